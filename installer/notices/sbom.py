"""Write the bill of materials of a package: CycloneDX 1.6, JSON, the same bytes for the same parts."""

import json
import re
import uuid
from collections.abc import Sequence
from datetime import UTC, datetime

from installer.notices.parts import Part

_SPACE = uuid.UUID("6f1f4b0e-2f0c-5f0a-9d57-50f0d90575e0")
_OPERATORS = re.compile(r" (OR|AND|WITH) ")


def document(parts: Sequence[Part], version: str, moment: int) -> str:
    """Return the bill of materials of Soundpost in a version, made at a moment."""
    components = [_component(part) for part in parts]
    program = {
        "type": "application",
        "bom-ref": "soundpost",
        "name": "soundpost",
        "version": version,
        "licenses": [{"license": {"id": "MIT"}}],
    }
    content = {
        "$schema": "http://cyclonedx.org/schema/bom-1.6.schema.json",
        "bomFormat": "CycloneDX",
        "specVersion": "1.6",
        "version": 1,
        "metadata": {"timestamp": f"{datetime.fromtimestamp(moment, UTC):%Y-%m-%dT%H:%M:%SZ}", "component": program},
        "components": components,
        "dependencies": [
            {"ref": "soundpost", "dependsOn": [part["bom-ref"] for part in components if part["scope"] == "required"]}
        ],
    }
    serial = uuid.uuid5(_SPACE, json.dumps(content, sort_keys=True))
    return json.dumps({**content, "serialNumber": f"urn:uuid:{serial}"}, indent=1, sort_keys=True) + "\n"


def _component(part: Part) -> dict[str, object]:
    address = f"pkg:pypi/{part.name.lower().replace('_', '-')}" if part.kind == "wheel" else f"pkg:generic/{part.name}"
    return {
        "type": "library",
        "bom-ref": f"{part.kind}:{part.name}@{part.version}",
        "name": part.name,
        "version": part.version,
        "purl": f"{address}@{part.version}",
        "scope": "required" if part.ships else "excluded",
        "hashes": [{"alg": "SHA-256", "content": part.sha256}],
        "licenses": [_licence(part.licence)],
        **({"properties": [{"name": "soundpost:file", "value": part.file}]} if part.file else {}),
    }


def _licence(expression: str) -> dict[str, object]:
    if _OPERATORS.search(expression):
        return {"expression": expression}
    if expression.startswith("LicenseRef-"):
        return {"license": {"name": expression.removeprefix("LicenseRef-").replace("-", " ")}}
    return {"license": {"id": expression}}
