"""The values of a group as one list."""

from __future__ import annotations

from typing import Any

from django.db.models import Aggregate, JSONField
from django.db.models.sql.compiler import SQLCompiler


class Kumpulan(Aggregate):
    """A list of what the rows of a group say; None or empty where there is no row."""

    function = "JSON_GROUP_ARRAY"
    output_field = JSONField()

    def as_postgresql(
        self,
        compiler: SQLCompiler,
        connection: Any,  # noqa: ANN401 - as Django hands it on
        **lain: Any,  # noqa: ANN401 - as Django hands it on
    ) -> tuple[str, Any]:
        return super().as_sql(compiler, connection, function="JSONB_AGG", **lain)
