"""schema.org descriptions of an article, as the sites embed them."""

from __future__ import annotations

from typing import Any

from spiders.newsstand.stand import Stand, StandArticle, Version


def describe_article(stand: Stand, article: StandArticle, version: Version) -> dict[str, Any]:
    """JSON-LD of one article: a single node, or a graph whose nodes point at one another where the site's style asks for it."""
    modified = version.admitted_change or version.published
    node: dict[str, Any] = {
        "@type": stand.schema_type,
        "@id": f"{article.url}#article",
        "headline": version.title,
        "description": version.lead,
        "datePublished": version.published.isoformat(),
        "dateModified": modified.isoformat(),
        "inLanguage": version.language,
        "mainEntityOfPage": article.url,
        "isAccessibleForFree": not version.paywall,
        "publisher": {"@type": "Organization", "name": stand.name, "url": stand.home},
    }
    if version.section:
        node["articleSection"] = version.section
    if version.author:
        node["author"] = {"@type": "Person", "name": version.author}
    if version.paywall:
        node["hasPart"] = {"@type": "WebPageElement", "isAccessibleForFree": False, "cssSelector": ".behind-wall"}
    return _spread_graph(stand, node) if stand.style == "json-ld-graph" else {"@context": "https://schema.org", **node}


def _spread_graph(stand: Stand, node: dict[str, Any]) -> dict[str, Any]:
    page_url = node["mainEntityOfPage"]
    organization = {**node["publisher"], "@id": f"{stand.home}#organization"}
    website = {"@type": "WebSite", "@id": f"{stand.home}#website", "name": stand.name, "url": stand.home}
    page = {"@type": "WebPage", "@id": page_url, "url": page_url, "name": node["headline"], "isPartOf": {"@id": website["@id"]}}
    nodes = [organization, website, page]
    node = {**node, "publisher": {"@id": organization["@id"]}, "mainEntityOfPage": {"@id": page_url}}
    if "author" in node:
        person = {**node["author"], "@id": f"{stand.home}#person-{'-'.join(node['author']['name'].casefold().split())}"}
        nodes.append(person)
        node["author"] = {"@id": person["@id"]}
    return {"@context": "https://schema.org", "@graph": [*nodes, node]}
