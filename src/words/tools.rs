//! The fixed phrases of `duly generate`.

use super::phrases::phrases;
use super::{Lang, clean};

phrases! {
    no_command(name, known) { "there is no command `{name}`; there are: {known}", "det finns inget kommando `{name}`; dessa finns: {known}" }
}
