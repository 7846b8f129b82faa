//! Problems of who is named: the vendor, and its sub-processors.

use super::problems;

problems! {
    Warning "name-reads-on" name_reads_on(name)
        en { "\"{name}\" could pass for more than a name", help "ask the vendor for the name it is registered under",
             about "What parts a list or a sentence may make the vendor's own words pass for ours. Reports set such a \
                    name between quotation marks." }
        sv { "”{name}” kan tas för mer än ett namn", help "be leverantören om det registrerade namnet",
             about "Tecken som skiljer i en lista eller mening kan få leverantörens ord att se ut som våra. Rapporter \
                    sätter ett sådant namn inom citattecken." }

    Warning "chain-denied" chain_denied(id, count)
        en { "`{id}` is answered with no sub-processors, yet `chain` lists some: {count}",
             help "ask the vendor which of the two holds",
             about "The list is shown and never scored, so that it moves no points; the answer does. A vendor that \
                    lists a company and answers that there is none says one thing in two ways, and only one holds." }
        sv { "`{id}` är besvarad med att inga underbiträden finns, men `chain` anger några: {count}",
             help "fråga leverantören vilket av de två som stämmer",
             about "Listan visas men ger inga poäng, så den flyttar inga; det gör svaret. En leverantör som anger ett \
                    företag och svarar att inget finns säger en sak på två sätt, och bara det ena stämmer." }

    Warning "chain-outside" chain_outside(id, count)
        en { "`{id}` is answered with the EU/EEA alone, yet `chain` lists companies established outside it: {count}",
             help "ask the vendor where these companies keep the data and from where they can see it",
             about "The list is shown and never scored, so that it moves no points; the answer does. A company outside \
                    the EU/EEA that can see the data on a screen makes a transfer of it, wherever the data is kept." }
        sv { "`{id}` är besvarad med bara EU/EES, men `chain` anger företag som är etablerade utanför: {count}",
             help "fråga leverantören var de företagen förvarar uppgifterna och varifrån de kan se dem",
             about "Listan visas men ger inga poäng, så den flyttar inga; det gör svaret. Ett företag utanför EU/EES \
                    som kan se uppgifterna på en skärm gör det till en överföring, var de än förvaras." }
}
