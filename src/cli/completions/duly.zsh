#compdef duly
# Completions of duly for zsh, which asks duly itself what can follow.
_duly() {
    local line word ret=1
    local -a answer whole begun
    answer=("${(@f)$(command duly --complete "${(@Q)words[1,CURRENT-1]}" "${(Q)PREFIX}" 2>/dev/null)}")
    for line in "${(@)answer[2,-1]}"; do
        word=${line%%$'\t'*}
        line=${word//:/\\:}${${line#$word}/$'\t'/:}
        if [[ $word == *= ]]; then
            begun+=("$line")
        else
            whole+=("$line")
        fi
    done
    (( $#whole )) && _describe 'word' whole && ret=0
    (( $#begun )) && _describe 'word' begun -S '' && ret=0
    if [[ $answer[1] == (files|folders) ]]; then
        [[ $PREFIX == --*=* ]] && compset -P '*='
        if [[ $answer[1] == files ]]; then
            _files && ret=0
        else
            _files -/ && ret=0
        fi
    fi
    return ret
}

if [[ $funcstack[1] == _duly ]]; then
    _duly "$@"
else
    compdef _duly duly
fi
