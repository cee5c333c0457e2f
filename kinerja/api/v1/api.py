"""The API put together."""

from __future__ import annotations

import json

from django.http import HttpRequest, HttpResponse, JsonResponse
from ninja import NinjaAPI
from ninja.operation import Operation

from kinerja.api.masalah import JENIS, install
from kinerja.api.v1 import hasil, impor, pegawai, pelatihan, realisasi, rekap, skp, unit


class API(NinjaAPI):
    def get_openapi_operation_id(self, operation: Operation) -> str:
        """The name of the function: it stays when the file moves."""
        return operation.view_func.__name__


api = API(
    title="Kinerja",
    version="1",
    description=(
        "Data kinerja satu instansi untuk sistem informasi lain. Setiap panggilan memakai token dari halaman Integrasi; "
        "token hanya membuka cakupan yang dipilih admin, dan hanya data instansinya sendiri."
    ),
    urls_namespace="api",
    docs_url=None,
    openapi_url=None,
)
install(api)
for area in (unit, pegawai, skp, realisasi, hasil, pelatihan, rekap, impor):
    api.add_router("", area.router)


@api.get("/openapi.json", include_in_schema=False, url_name="openapi", auth=None)
def openapi(request: HttpRequest) -> HttpResponse:
    """Open to everybody: it says what there is, never what is in it."""
    return JsonResponse(dokumen())


def dokumen() -> dict[str, object]:
    """The same from whatever address it is asked; refusals under the type that they really have."""
    isi = dict(api.get_openapi_schema(path_prefix="/api/v1/"))
    for jalur in isi["paths"].values():
        for operasi in jalur.values():
            for status, jawaban in operasi["responses"].items():
                if int(status) >= 400:
                    jawaban["content"] = {JENIS: jawaban["content"].pop("application/json")}
    return isi


def as_text() -> str:
    """As it stands in docs/api/openapi.json."""
    return json.dumps(dokumen(), indent=1, ensure_ascii=False, sort_keys=True) + "\n"
