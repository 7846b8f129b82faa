//! What is counted of a CAIQ.

use super::Matter;

/// Answers with Yes where the customer has to do it.
pub static CUSTOMERS: Matter = Matter {
    id: "customer-owned",
    en: "answers \"yes\" to what the customer has to do by itself (the file says so in the column of ownership; the \
         vendor does not do it)",
    sv: "svar \"ja\" på det som kunden själv ska göra (filen anger det i kolumnen om ansvar; leverantören gör det \
         inte)",
};
