#!/usr/bin/env bash
# System packages, through apt, only where they are missing: `venv` (Python's venv module) or `browser` (chromium and fonts for the browser tests).
set -euo pipefail

need=()
case "${1:-}" in
  venv)
    "${PYTHON:-python3.11}" -c 'import ensurepip, venv' 2>/dev/null || need+=(python3.11-venv)
    ;;
  browser)
    [ -x /usr/bin/chromium ] || need+=(chromium)
    fc-list 2>/dev/null | grep -qi 'liberation' || need+=(fontconfig fonts-liberation)
    fc-list 2>/dev/null | grep -qi 'noto.*emoji' || need+=(fonts-noto-color-emoji)
    ;;
  *)
    echo "usage: $0 venv|browser" >&2
    exit 2
    ;;
esac
[ "${#need[@]}" -eq 0 ] && exit 0
echo "installing with apt: ${need[*]}"
sudo=""
[ "$(id -u)" -eq 0 ] || sudo="sudo"
$sudo apt-get update -q
DEBIAN_FRONTEND=noninteractive $sudo apt-get install -y -q --no-install-recommends "${need[@]}"
