//! Word files read back: the parts of the archive, each a well-formed part of its own, and the words in their order.

use miniz_oxide::inflate::decompress_to_vec;
use roxmltree::{Document, Node};

/// The namespace of the words of a document.
pub const WORDS: &str = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";

/// The parts of an archive, in order, each with its text. Every number of the archive is held against the others.
#[track_caller]
pub fn parts(bytes: &[u8]) -> Vec<(String, String)> {
    let short = |at: usize| usize::from(u16::from_le_bytes(bytes[at..at + 2].try_into().unwrap()));
    let long = |at: usize| u32::from_le_bytes(bytes[at..at + 4].try_into().unwrap()) as usize;
    let end = bytes.len() - 22;
    assert_eq!(&bytes[end..end + 4], b"PK\x05\x06", "an archive ends with where its list is");
    let (count, mut at) = (short(end + 10), long(end + 16));
    assert_eq!(at + long(end + 12), end);
    let mut parts = Vec::new();
    for _ in 0..count {
        assert_eq!(&bytes[at..at + 4], b"PK\x01\x02");
        assert_eq!((short(at + 12), short(at + 14)), (0, 0x21), "no clock has told the time");
        let (name, begins) = (&bytes[at + 46..at + 46 + short(at + 28)], long(at + 42));
        assert_eq!(&bytes[begins..begins + 4], b"PK\x03\x04");
        assert_eq!(bytes[begins + 4..begins + 30], bytes[at + 6..at + 32], "the list and the part say the same");
        let packed = begins + 30 + short(begins + 26);
        let text = decompress_to_vec(&bytes[packed..packed + long(at + 20)]).unwrap();
        assert_eq!(text.len(), long(at + 24));
        parts.push((String::from_utf8(name.to_vec()).unwrap(), String::from_utf8(text).unwrap()));
        at += 46 + name.len();
    }
    parts
}

/// One part of an archive.
#[track_caller]
pub fn part(bytes: &[u8], name: &str) -> String {
    parts(bytes).into_iter().find(|(named, _)| named == name).unwrap().1
}

/// Every part is well-formed, its elements stand in the order of the standard, and nothing in the document acts or
/// leads anywhere but to places of its own and to pages.
#[track_caller]
pub fn assert_sound(bytes: &[u8]) {
    for (name, text) in parts(bytes) {
        let tree = Document::parse(&text);
        assert!(tree.is_ok(), "{name}: {}", tree.unwrap_err());
        let tree = tree.unwrap();
        for node in tree.descendants().filter(Node::is_element) {
            assert_in_order(node, &name);
            let field = matches!(node.tag_name().name(), "fldSimple" | "fldChar" | "instrText");
            assert!(!field || name == "word/footer.xml", "{name}: a field");
            let never = ["object", "control", "pict", "ins", "del", "altChunk", "blip", "hlinkClick", "script", "sdt"];
            assert!(!never.contains(&node.tag_name().name()), "{name}: {}", node.tag_name().name());
            if node.tag_name().name() == "Relationship" && node.attribute("TargetMode").is_some() {
                let target = node.attribute("Target").unwrap();
                assert!(target.starts_with("https://") || target.starts_with("http://"), "{target}");
            }
        }
    }
    assert_places(&part(bytes, "word/document.xml"));
}

/// What can be pointed to has a number for a name, each another, and what points leads somewhere.
#[track_caller]
fn assert_places(document: &str) {
    let tree = Document::parse(document).unwrap();
    let attributes = |element: &str, name: &str| -> Vec<String> {
        let nodes = tree.descendants().filter(|node| node.has_tag_name((WORDS, element)));
        nodes.filter_map(|node| node.attribute((WORDS, name)).map(str::to_owned)).collect()
    };
    let mut places = attributes("bookmarkStart", "name");
    let is_number = |name: &String| name.strip_prefix("place").is_some_and(|number| number.parse::<u32>().is_ok());
    assert!(places.iter().all(is_number), "{places:?}");
    let lost = attributes("hyperlink", "anchor").into_iter().find(|name| !places.contains(name));
    assert_eq!(lost, None);
    places.sort();
    let count = places.len();
    places.dedup();
    assert_eq!(places.len(), count);
}

/// The order in which the children of an element stand. ECMA-376, 5th edition (2016), Part 1, Annex A: `wml.xsd` with
/// `CT_Body`, `CT_PPrBase`, `EG_RPrBase`, `CT_TblPrBase`, `CT_TcPrBase`, `EG_SectPrContents`, `CT_Style`, `CT_Lvl`,
/// `CT_AbstractNum`, `CT_Settings`; `dml-main.xsd` with `CT_ShapeProperties`, `CT_LineProperties`; MS-DOCX 2.5 for
/// shapes. Word refuses a file that LibreOffice opens where they stand otherwise. Of what is not used, only some is
/// named.
const ORDERS: [(&str, &str); 24] = [
    (
        "pPr",
        "pStyle keepNext keepLines pageBreakBefore framePr widowControl numPr suppressLineNumbers pBdr shd tabs \
         suppressAutoHyphens bidi adjustRightInd snapToGrid spacing ind contextualSpacing mirrorIndents jc \
         textDirection textAlignment outlineLvl divId cnfStyle rPr sectPr",
    ),
    (
        "rPr",
        "rStyle rFonts b bCs i iCs caps smallCaps strike dstrike outline shadow emboss imprint noProof snapToGrid \
         vanish webHidden color spacing w kern position sz szCs highlight u effect bdr shd fitText vertAlign rtl cs em \
         lang",
    ),
    ("numPr", "ilvl numId"),
    ("pBdr", "top left bottom right between bar"),
    ("tbl", "tblPr tblGrid tr"),
    (
        "tblPr",
        "tblStyle tblpPr tblOverlap bidiVisual tblStyleRowBandSize tblStyleColBandSize tblW jc tblCellSpacing tblInd \
         tblBorders shd tblLayout tblCellMar tblLook tblCaption tblDescription",
    ),
    ("tblBorders", "top left bottom right insideH insideV"),
    ("tblCellMar", "top left bottom right"),
    ("tr", "trPr tc"),
    ("tc", "tcPr p"),
    ("tcPr", "cnfStyle tcW gridSpan hMerge vMerge tcBorders shd noWrap tcMar textDirection tcFitText vAlign hideMark"),
    ("sectPr", "headerReference footerReference footnotePr endnotePr type pgSz pgMar paperSrc pgBorders cols docGrid"),
    (
        "style",
        "name aliases basedOn next link autoRedefine hidden uiPriority semiHidden unhideWhenUsed qFormat locked pPr \
         rPr tblPr trPr tcPr",
    ),
    ("styles", "docDefaults latentStyles style"),
    ("docDefaults", "rPrDefault pPrDefault"),
    ("numbering", "abstractNum num"),
    ("abstractNum", "nsid multiLevelType tmpl name styleLink numStyleLink lvl"),
    ("lvl", "start numFmt lvlRestart pStyle isLgl suff lvlText lvlPicBulletId lvlJc pPr rPr"),
    ("settings", "zoom defaultTabStop autoHyphenation characterSpacingControl compat themeFontLang"),
    ("inline", "extent effectExtent docPr cNvGraphicFramePr graphic"),
    ("wgp", "cNvPr cNvGrpSpPr grpSpPr wsp"),
    ("wsp", "cNvPr cNvSpPr spPr style txbx bodyPr"),
    ("spPr", "xfrm custGeom prstGeom noFill solidFill ln"),
    ("ln", "noFill solidFill prstDash"),
];

#[track_caller]
fn assert_in_order(node: Node<'_, '_>, part: &str) {
    let Some((name, order)) = ORDERS.iter().find(|(name, _)| *name == node.tag_name().name()) else { return };
    let order: Vec<&str> = order.split(' ').collect();
    let children: Vec<&str> = node.children().filter(Node::is_element).map(|child| child.tag_name().name()).collect();
    let places = children.iter().map(|child| order.iter().position(|known| known == child));
    let places: Vec<Option<usize>> = places.collect();
    assert!(places.iter().all(Option::is_some) && places.is_sorted(), "{part}: {children:?} in {name}");
    let repeats = ["tr", "tc", "p", "style", "abstractNum", "num", "wsp", "lvl", "footerReference"];
    let twice = children.windows(2).find(|two| two[0] == two[1] && !repeats.contains(&two[0]));
    assert_eq!(twice, None, "{part}: in {name}");
    assert!(*name != "tc" || children.last() == Some(&"p"), "{part}: a cell ends with a paragraph");
}

/// The paragraphs of a document in order, those in tables and pictures among them: the id of the style, and the words.
#[track_caller]
pub fn paragraphs(bytes: &[u8]) -> Vec<(String, String)> {
    let document = part(bytes, "word/document.xml");
    let tree = Document::parse(&document).unwrap();
    let paragraphs = tree.descendants().filter(|node| node.has_tag_name((WORDS, "p")));
    let read = |paragraph: Node<'_, '_>| {
        let style = paragraph.descendants().find(|node| node.has_tag_name((WORDS, "pStyle"))).unwrap();
        let style = style.attribute((WORDS, "val")).unwrap().to_owned();
        let inner =
            |node: &Node<'_, '_>| node.ancestors().skip(1).find(|up| up.has_tag_name((WORDS, "p"))) == Some(paragraph);
        let texts = paragraph.descendants().filter(|node| node.has_tag_name((WORDS, "t"))).filter(inner);
        (style, texts.filter_map(|node| node.text()).collect())
    };
    paragraphs.map(read).collect()
}
