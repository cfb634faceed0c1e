#!/bin/sh
# Moves the tag of the major version (v1) to a release:  move-major-tag.sh v1.2.3
# Needs gh, with GH_TOKEN and GITHUB_REPOSITORY. The tag has no release of its own: an immutable one could not move.
set -eu
release=$1
if ! printf '%s\n' "$release" | grep -Eqx 'v[0-9]+\.[0-9]+\.[0-9]+'; then
  echo "move-major-tag: \"$release\" is not a release such as v1.2.3." >&2
  exit 1
fi
major=${release%%.*}
commit=$(gh api "repos/$GITHUB_REPOSITORY/commits/$release" --jq .sha)
if gh api "repos/$GITHUB_REPOSITORY/git/ref/tags/$major" >/dev/null 2>&1; then
  gh api --method PATCH "repos/$GITHUB_REPOSITORY/git/refs/tags/$major" -f "sha=$commit" -F force=true >/dev/null
else
  gh api "repos/$GITHUB_REPOSITORY/git/refs" -f "ref=refs/tags/$major" -f "sha=$commit" >/dev/null
fi
echo "$major is $release, commit $commit."
