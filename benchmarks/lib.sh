# What every benchmark script shares: it is sourced, not run.
# shellcheck shell=bash
set -euo pipefail

root=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)
name=$(basename "$0")
quick=false
chosen=

# A script names further options of its own in $options before it sources this; those that are given stand in $chosen.
for argument in "$@"; do
  case " --quick${options:+ $options} " in
    *" $argument "*) if [ "$argument" = --quick ]; then quick=true; else chosen="$chosen$argument"; fi ;;
    *)
      echo "$name: '$argument' is no option; expected --quick${options:+ or $options} or nothing." >&2
      exit 2
      ;;
  esac
done

# Says what is missing and ends with 2, unless all these commands are there.
need() {
  local command
  for command in "$@"; do
    if ! command -v "$command" >/dev/null; then
      echo "$name: '$command' is not installed; see benchmarks/README.md for the package." >&2
      exit 2
    fi
  done
}

# A folder of this run, deleted at its end.
scratch() {
  work=$(mktemp -d "${TMPDIR:-/tmp}/versus-$name-XXXXXX")
  trap 'rm -rf "$work"' EXIT
}

# What the machine is, for whoever reads the result later.
machine() {
  echo "machine: $(uname -sr), $(nproc) CPUs, $(awk -F': ' '/model name/ {print $2; exit}' /proc/cpuinfo), $(awk '/MemTotal/ {printf "%.0f GiB", $2 / 1048576}' /proc/meminfo)"
  echo "date: $(date -u +%Y-%m-%dT%H:%MZ), load before: $(cut -d' ' -f1 /proc/loadavg), commit: $(git -C "$root" rev-parse --short HEAD 2>/dev/null || echo none)"
}

# Keeps a copy of all that is printed from now on; a quick run is not kept.
keep() {
  if [ "$quick" = false ]; then
    exec > >(tee "$root/benchmarks/results/$name${chosen//--/-}.txt") 2>&1
  fi
  machine
}

# The seconds that a command takes, in $seconds; its output goes to a file.
timed() {
  local into=$1 start
  shift
  start=$(date +%s.%N)
  "$@" >"$into" 2>&1 || { status=$?; tail -n 40 "$into"; echo "$name: '$*' ended with $status."; exit 1; }
  seconds=$(awk -v a="$start" -v b="$(date +%s.%N)" 'BEGIN {printf "%.1f", b - a}')
}

# Whether a number is at most another.
at_most() { awk -v a="$1" -v b="$2" 'BEGIN {exit !(a <= b)}'; }

# Builds Versus and its benchmarks; "${benchmark_java[@]}" <class> then runs one of them, without a load generator, from the root folder.
java_with_benchmarks() {
  (cd "$root" && ./mvnw -B -ntp -q test-compile && ./versus --version >/dev/null)
  # shellcheck disable=SC2034 # for the scripts
  benchmark_java=(java -Xmx512m -XX:+UseSerialGC -cp "target/classes:target/test-classes:$(cat "$root/target/versus.classpath")")
}

# Runs a simulation so many times, each in a JVM of its own, into $work/reports; gates may break, and $seconds is what a run took. All is
# compiled before, for each goal would compile it anew.
repeat() {
  local times=$1 simulation=$2 goals=()
  shift 2
  for ((i = 0; i < times; i++)); do goals+=(gatling:test); done
  timed "$work/log" "$root/mvnw" -f "$root/pom.xml" -B -ntp -q test-compile
  timed "$work/log" "$root/mvnw" -f "$root/pom.xml" -B -ntp -q "${goals[@]}" -Dmaven.main.skip=true -Dmaven.test.skip=true \
    -Dgatling.simulationClass="$simulation" -Dgatling.resultsFolder="$work/reports" -Dgatling.failOnError=false -Dgatling.noReports=true "$@"
  seconds=$(awk -v s="$seconds" -v n="$times" 'BEGIN {printf "%.0f", s / n}')
}

# The one run in a folder of reports.
run_in() { find "$1" -mindepth 1 -maxdepth 1 -type d -name '*-*' | sort | tail -n 1; }

# The last line, and the exit code: <name>: <figure> (bound <bound>).
verdict() {
  local figure=$1 bound=$2 within=$3
  echo "$name: $figure (bound $bound)"
  "$within"
}
