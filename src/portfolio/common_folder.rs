//! The folder in which all files lie, so that a report is the same from wherever that is named.

use crate::words::Clean;

/// The folder that holds all files so far, as they were named or found; `None` of no file.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct CommonFolder(Option<String>);

impl CommonFolder {
    /// One more file.
    pub fn add(&mut self, file: &Clean) {
        let folder = &file[..end_of_folder(file)];
        match &mut self.0 {
            None => self.0 = Some(folder.to_owned()),
            Some(all) if folder.starts_with(&**all) => {}
            Some(all) => {
                let common = all.char_indices().zip(folder.chars()).take_while(|((_, a), b)| a == b);
                let end = common.last().map_or(0, |((at, sign), _)| at + sign.len_utf8());
                all.truncate(end_of_folder(&all[..end]));
            }
        }
    }

    /// A file as it is called in that folder.
    pub fn within(&self, file: &Clean) -> Clean {
        let start = self.0.as_ref().filter(|folder| file.starts_with(&***folder)).map_or(0, String::len);
        file.part(|words| words.get(start..).unwrap_or(words))
    }
}

/// Where the name behind the last folder begins. A backslash may begin what stands for a sign that nobody sees.
fn end_of_folder(file: &str) -> usize {
    let is_end = |at: usize, sign: char| std::path::is_separator(sign) && !file[at..].starts_with("\\u{");
    file.char_indices().rfind(|(at, sign)| is_end(*at, *sign)).map_or(0, |(at, sign)| at + sign.len_utf8())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::words::clean::{one_line, shown};

    #[test]
    fn files_are_called_as_in_the_folder_that_holds_them_all() {
        let within = |files: &[&str]| {
            let mut folder = CommonFolder::default();
            files.iter().for_each(|file| folder.add(&one_line(file)));
            files.iter().map(|file| folder.within(&one_line(file)).to_string()).collect::<Vec<_>>()
        };
        assert_eq!(within(&["a/b/c.yaml"]), ["c.yaml"]);
        assert_eq!(within(&["a/b/c.yaml", "a/b/d.yaml"]), ["c.yaml", "d.yaml"]);
        assert_eq!(within(&["a/ab/c.yaml", "a/ac/c.yaml", "a/ab/d.yaml"]), ["ab/c.yaml", "ac/c.yaml", "ab/d.yaml"]);
        assert_eq!(within(&["/x/a.yaml", "b.yaml"]), ["/x/a.yaml", "b.yaml"]);
        assert_eq!(within(&["é/å.yaml", "é/ä.yaml"]), ["å.yaml", "ä.yaml"]);
        let hidden = shown("x/alfa\u{202e}x.yaml");
        let mut folder = CommonFolder::default();
        folder.add(&hidden);
        assert_eq!(folder.within(&hidden), shown("alfa\u{202e}x.yaml"));
    }
}
