//! What stands in every help and every mistake of usage around the words of one command: clap's own words, which are
//! English, and the same in Swedish.

use crate::words::Lang;
use crate::words::phrases::phrases;

phrases! {
    // help
    help_about() {
        "Plain-text vendor due diligence: from a vendor's answers to a risk report",
        "Leverantörsgranskning i ren text: från en leverantörs svar till en riskrapport"
    }
    help_welcome() {
        "duly judges a vendor's answers about security and data protection.",
        "duly bedömer en leverantörs svar om säkerhet och dataskydd."
    }
    help_usage() { "Usage", "Användning" }
    help_arguments() { "Arguments", "Argument" }
    help_options() { "Options", "Växlar" }
    help_commands() { "Commands", "Kommandon" }
    help_examples() { "Examples", "Exempel" }
    help_exit_codes() { "Exit codes", "Returkoder" }
    help_start_with() { "Start with", "Börja med" }
    help_what_is_judged() { "What is judged", "Vad som bedöms" }
    help_how_shown() { "How it is shown", "Hur det visas" }
    help_a_command() { "COMMAND", "KOMMANDO" }
    help_default(value) { "[default: {value}]", "[standard: {value}]" }
    help_values(list) { "[possible values: {list}]", "[möjliga värden: {list}]" }
    help_values_title() { "Possible values", "Möjliga värden" }
    help_short() { "Print help (see more with '--help')", "Visa hjälpen (mer med ”--help”)" }
    help_long() { "Print help (see a summary with '-h')", "Visa hjälpen (kortare med ”-h”)" }
    help_print() { "Print help", "Visa hjälpen" }
    help_version() { "Print version", "Visa versionen" }

    // mistakes of usage
    usage_twice(arg) {
        "the argument '{arg}' cannot be used multiple times",
        "argumentet ”{arg}” kan inte anges flera gånger"
    }
    usage_conflict(arg) {
        "the argument '{arg}' cannot be used with",
        "argumentet ”{arg}” kan inte användas tillsammans med"
    }
    usage_command_conflict(name) {
        "the subcommand '{name}' cannot be used with",
        "kommandot ”{name}” kan inte användas tillsammans med"
    }
    usage_other_arguments() {
        "one or more of the other specified arguments",
        "ett eller flera av de andra argumenten"
    }
    usage_equals_needed(arg) {
        "equal sign is needed when assigning values to '{arg}'",
        "det behövs ett likhetstecken för att ge ”{arg}” ett värde"
    }
    usage_value_missing(arg) {
        "a value is required for '{arg}' but none was supplied",
        "”{arg}” behöver ett värde, men inget angavs"
    }
    usage_bad_value(value, arg) {
        "invalid value '{value}' for '{arg}'",
        "”{value}” är inget giltigt värde för ”{arg}”"
    }
    usage_no_such_command(name) { "unrecognized subcommand '{name}'", "det finns inget kommando ”{name}”" }
    usage_missing() {
        "the following required arguments were not provided:",
        "dessa argument måste anges men saknas:"
    }
    usage_command_missing(name) {
        "'{name}' requires a subcommand but one was not provided",
        "”{name}” behöver ett kommando, men inget angavs"
    }
    usage_commands(list) { "[subcommands: {list}]", "[kommandon: {list}]" }
    usage_not_utf8() {
        "invalid UTF-8 was detected in one or more arguments",
        "ett eller flera argument är inte giltig UTF-8"
    }
    usage_too_many(value, arg) {
        "unexpected value '{value}' for '{arg}' found; no more were expected",
        "värdet ”{value}” för ”{arg}” är ett för mycket"
    }
    usage_too_few(least, arg, given) {
        "{least} values required by '{arg}'; only {given} was provided",
        "”{arg}” behöver minst {least} värden; bara {given} angavs"
    }
    usage_wrong_number(needed, arg, given) {
        "{needed} values required for '{arg}' but {given} was provided",
        "”{arg}” behöver {needed} värden; {given} angavs"
    }
    usage_unexpected(arg) { "unexpected argument '{arg}' found", "oväntat argument ”{arg}”" }
    usage_tip() { "tip", "tips" }
    usage_similar_command(name) { "a similar subcommand exists: '{name}'", "det finns ett liknande kommando: ”{name}”" }
    usage_similar_commands(list) { "some similar subcommands exist: {list}", "det finns liknande kommandon: {list}" }
    usage_similar_argument(name) { "a similar argument exists: '{name}'", "det finns ett liknande argument: ”{name}”" }
    usage_similar_arguments(list) { "some similar arguments exist: {list}", "det finns liknande argument: {list}" }
    usage_similar_value(name) { "a similar value exists: '{name}'", "det finns ett liknande värde: ”{name}”" }
    usage_similar_values(list) { "some similar values exist: {list}", "det finns liknande värden: {list}" }
    usage_named(name) { "'{name}'", "”{name}”" }
    usage_as_value(arg, call) {
        "to pass '{arg}' as a value, use '{call}'",
        "för att ange ”{arg}” som ett värde, skriv ”{call}”"
    }
    usage_exists(call) { "'{call}' exists", "”{call}” finns" }
    usage_no_dashes(name) {
        "subcommand '{name}' exists; to use it, remove the '--' before it",
        "kommandot ”{name}” finns; för att använda det, ta bort ”--” framför det"
    }
    usage_more_help(flag) {
        "For more information, try '{flag}'.",
        "För mer information, prova ”{flag}”."
    }
    usage_meant_file(call) { "Did you mean `{call}`?", "Menade du `{call}`?" }

    // what a value must look like
    usage_near(word) { "did you mean {word}? ", "menade du {word}? " }
    usage_targets() {
        "use low, medium or high for the vendor risk; strong, adequate or weak for the protection",
        "använd low, medium eller high för leverantörsrisken; strong, adequate eller weak för skyddet"
    }
    usage_levels() { "use low, medium, high or critical", "använd low, medium, high eller critical" }
    usage_within() {
        "write days, weeks or months, for example 30d, 6w or 3m, or all",
        "skriv dagar, veckor eller månader, till exempel 30d, 6w eller 3m, eller all"
    }
    usage_jobs() { "write a whole number from 1 to 1024", "skriv ett heltal från 1 till 1024" }
    usage_date() { "write YYYY-MM-DD, for example 2026-12-15", "skriv ÅÅÅÅ-MM-DD, till exempel 2026-12-15" }
    usage_take() {
        "write theirs or ours, perhaps with questions: theirs=access.mfa,backup.tested",
        "skriv theirs eller ours, eventuellt med frågor: theirs=access.mfa,backup.tested"
    }
    usage_as_of() {
        "write YYYY-MM-DD, for example 2026-11-23, or `answered`",
        "skriv ÅÅÅÅ-MM-DD, till exempel 2026-11-23, eller `answered`"
    }
    usage_language() { "use en or sv", "använd en eller sv" }
}
