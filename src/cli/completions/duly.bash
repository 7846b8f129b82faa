# Completions of duly for bash, which asks duly itself what can follow.
_duly() {
    local word kind before= last=-1 words=() replies=()
    # bash parts words at `=`; to duly, one with it is one
    for word in "${COMP_WORDS[@]:0:COMP_CWORD}" "${COMP_WORDS[COMP_CWORD]%%[!=]*}"; do
        if [[ $last -ge 0 && ( $word == = || ${words[last]} == *= ) ]]; then
            words[last]+=$word
        elif [[ -n $word ]]; then
            words[++last]=$word
        fi
    done
    # of the one before the cursor it hands on, and replaces, what stands behind that
    if [[ ${words[last]} == *= ]]; then
        before=${words[last]}
        unset "words[last]"
    fi
    words+=("$before$2")
    while IFS=$'\t' read -r word _; do
        replies+=("${word#"$before"}")
    done < <(command duly --complete "${words[@]}" 2>/dev/null)
    COMPREPLY=("${replies[@]:1}")
    case ${replies[0]-} in
        files) kind=-f ;;
        folders) kind=-d ;;
        *) kind= ;;
    esac
    if [[ -n $kind ]]; then
        while IFS= read -r word; do
            COMPREPLY+=("$word")
            compopt -o filenames 2>/dev/null
        done < <(compgen "$kind" -- "$2")
    fi
    if [[ ${COMPREPLY[0]-} == *= ]]; then
        compopt -o nospace 2>/dev/null
    fi
}
complete -F _duly duly
