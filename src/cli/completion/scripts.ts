/** The shells that completion is written for. */
export const shells = ['bash', 'zsh', 'fish'] as const;
export type Shell = (typeof shells)[number];

// The shells ask drplan itself for every word: a script that was installed once never says what an older drplan knew.

const bash = `# Completion of drplan for bash 4 and newer: source <(drplan completion bash)
_drplan() {
  local line=\${COMP_LINE:0:COMP_POINT} words=() word gap i
  # bash parts words at = and :, drplan does not: what has no space between is one word.
  for ((i = 0; i <= COMP_CWORD; i++)); do
    gap=\${line%%[![:space:]]*}
    line=\${line#"$gap"}
    word=\${COMP_WORDS[i]}
    [[ $line == "$word"* ]] || word=$line
    line=\${line#"$word"}
    if ((i > 0)) && [[ -z $gap && -n $word ]]; then words[\${#words[@]}-1]+=$word; else words+=("$word"); fi
  done
  COMPREPLY=()
  if ((COMP_CWORD > 0)) && [[ \${COMP_WORDS[COMP_CWORD-1]} == *[\\<\\>]* ]]; then
    compopt -o default
    return
  fi
  # bash replaces only what stands behind the last = or :.
  local current=\${words[\${#words[@]}-1]} replaced=$word before
  [[ $replaced == [=:]* ]] && replaced=
  before=\${current:0:\${#current}-\${#replaced}}
  local answer=() candidate
  mapfile -t answer < <("\${words[0]/#\\~\\//$HOME/}" completion bash -- "\${words[@]:1}" 2>/dev/null </dev/null)
  case \${answer[0]} in
    files) compopt -o default ;;
    folders) compopt -o dirnames ;;
    words)
      for candidate in "\${answer[@]:1}"; do COMPREPLY+=("\${candidate#"$before"}"); done
      [[ \${#COMPREPLY[@]} -eq 1 && \${COMPREPLY[0]} == *= ]] && compopt -o nospace
      ;;
  esac
}
complete -F _drplan drplan
`;

const zsh = `#compdef drplan
# Completion of drplan for zsh: source <(drplan completion zsh), or this text as _drplan in a folder of $fpath.
_drplan() {
  local -a answer plain open
  local line tab=$'\\t'
  answer=("\${(@f)$("\${words[1]/#\\~\\//$HOME/}" completion zsh -- "\${(@)words[2,CURRENT-1]}" "$PREFIX" 2>/dev/null </dev/null)}")
  case $answer[1] in
    files) compset -P '--*='; _files ;;
    folders) compset -P '--*='; _files -/ ;;
    words)
      for line in "\${(@)answer[2,-1]}"; do
        if [[ \${line%%$tab*} == *= ]]; then open+=("\${\${line//:/\\\\:}/$tab/:}"); else plain+=("\${\${line//:/\\\\:}/$tab/:}"); fi
      done
      (( $#plain )) && _describe -V drplan plain
      (( $#open )) && _describe -V drplan open -S ''
      ;;
  esac
}
if [[ \${funcstack[1]} == _drplan ]]; then _drplan "$@"; else compdef _drplan drplan; fi
`;

const fish = `# Completion of drplan for fish: drplan completion fish | source
function __drplan_complete
  set -l words (commandline -opc)
  set -l current (commandline -ct)
  set -l program (string replace -r '^~/' "$HOME/" -- $words[1])
  set -l answer ($program completion fish -- $words[2..-1] "$current" 2>/dev/null </dev/null)
  set -l before (string match -r -- '^--[^=]+=' $current)
  set -l typed (string replace -r -- '^--[^=]+=' '' $current)
  switch "$answer[1]"
    case files
      for path in (__fish_complete_path $typed)
        echo "$before$path"
      end
    case folders
      for path in (__fish_complete_directories $typed)
        echo "$before$path"
      end
    case words
      printf '%s\\n' $answer[2..-1]
  end
end
complete -c drplan -f -a '(__drplan_complete)'
`;

/** What a shell reads to complete drplan's words. */
export const scripts: Readonly<Record<Shell, string>> = { bash, zsh, fish };
