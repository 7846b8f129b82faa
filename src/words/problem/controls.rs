//! Problems of workbooks whose questions or controls are of another edition, or are none.

use super::problems;

problems! {
    Error "other-caiq" other_caiq(of_file, of_questionnaire)
        en { "the file is a CAIQ {of_file}, and the questionnaire is one of {of_questionnaire}",
             help "make the questionnaire from an empty CAIQ {of_file}, and name that",
             about "From edition 4.0 to 4.1 many ids of the CAIQ have come to stand for other questions. Answers to \
                    the one are no answers to the other." }
        sv { "filen är en CAIQ {of_file}, och frågeformuläret är av {of_questionnaire}",
             help "gör frågeformuläret av en tom CAIQ {of_file}, och ange det",
             about "Från utgåva 4.0 till 4.1 har många id:n i CAIQ kommit att stå för andra frågor. Svar på den ena är \
                    inga svar på den andra." }

    Error "no-controls" no_controls()
        en { "nothing in this file is said of a control to which a question could refer",
             help "name a filled CAIQ, or a table with a column of at least two controls, such as A.5.17 of ISO/IEC \
                   27001; of bare numbers, such as 5.17, at least five under a head that names the framework",
             about "A draft is made by the controls that a file and our questions both refer to: of the CSA CCM, of \
                    ISO/IEC 27001, of the NIST CSF or of the CIS Controls. Rows in which nothing is said do not \
                    count." }
        sv { "inget i filen sägs om en kontroll som en fråga kan hänvisa till",
             help "ange en ifylld CAIQ, eller en tabell med en kolumn av minst två kontroller, som A.5.17 i ISO/IEC \
                   27001; av bara nummer, som 5.17, minst fem under en rubrik som anger ramverket",
             about "Ett utkast görs efter de kontroller som både filen och våra frågor hänvisar till: i CSA CCM, \
                    ISO/IEC 27001, NIST CSF eller CIS Controls. Rader där inget sägs räknas inte." }

    Error "controls-of-ai" controls_of_ai()
        en { "an AI-CAIQ refers to controls to which our questions do not",
             help "ask the same vendor for a CAIQ",
             about "The AI Controls Matrix has controls of its own, and gives the names of those of the CCM to others. \
                    By these ids an answer would come to stand beside the wrong question." }
        sv { "en AI-CAIQ hänvisar till kontroller som våra frågor inte hänvisar till",
             help "be samma leverantör om en CAIQ",
             about "AI Controls Matrix har egna kontroller och ger namnen på dem i CCM till andra. Efter dessa id:n \
                    skulle ett svar hamna bredvid fel fråga." }

    Error "old-annex" old_annex()
        en { "the controls in this file are those of ISO/IEC 27001:2013",
             help "ask for a statement of applicability by the edition of 2022",
             about "Our questions refer to Annex A of 2022, in which the controls have other numbers: A.6.1 of 2013 is \
                    another matter than A.6.1 of 2022." }
        sv { "kontrollerna i filen är de i ISO/IEC 27001:2013",
             help "be om ett uttalande om tillämplighet efter utgåvan från 2022",
             about "Våra frågor hänvisar till bilaga A från 2022, där kontrollerna har andra nummer: A.6.1 från 2013 \
                    är något annat än A.6.1 från 2022." }
}
