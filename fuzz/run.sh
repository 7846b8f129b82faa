#!/usr/bin/env bash
# Runs fuzz targets one after the other under libFuzzer, each for so many seconds: fuzz/run.sh SECONDS [TARGET ...]
# Seeds are the examples, the vectors and the questionnaires of the project; what libFuzzer adds stays in fuzz/corpus.
# A find ends the script and lies in fuzz/artifacts; as small as possible, it belongs into fuzz/regressions/TARGET.
set -euo pipefail
cd "$(dirname "$0")/.."
seconds=$1
shift
targets=("$@")
if [ ${#targets[@]} = 0 ]; then
  targets=(yaml slips questionnaire answers review policy editor markdown html differential writer csv workbook json record)
fi

seeds() { # the files of the project that are input of a target
  case $1 in
    questionnaire) git ls-files 'questionnaires/*.yaml' 'examples/*questionnaire.yaml' 'tests/*questionnaire.yaml' tests/nine/small.yaml ;;
    review) git ls-files '*.review.yaml' ;;
    policy) git ls-files '*.toml' ':!Cargo.toml' ':!*/Cargo.toml' ;;
    workbook | json | record) git ls-files "fuzz/seeds/$1" ;;
    *) git ls-files 'examples/*.yaml' 'tests/vectors/*.yaml' 'tests/nine/*.yaml' ;;
  esac
}

for target in "${targets[@]}"; do
  mkdir -p "fuzz/corpus/$target" "fuzz/regressions/$target"
  seeds "$target" | while read -r file; do
    cp "$file" "fuzz/corpus/$target/$(echo "$file" | tr / -)"
  done
  cargo +nightly fuzz run --sanitizer none "$target" "fuzz/corpus/$target" "fuzz/regressions/$target" -- \
    -max_total_time="$seconds" -timeout=60 -rss_limit_mb=2048 -max_len=32768 -dict=fuzz/duly.dict -print_final_stats=1
done
