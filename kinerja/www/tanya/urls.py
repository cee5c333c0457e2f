from django.urls import URLPattern, URLResolver, path

from kinerja.www.tanya.views import faq, jawaban, penggerak, pertanyaan

app_name = "tanya"
urlpatterns: list[URLPattern | URLResolver] = [
    path("", pertanyaan.tanya_list, name="tanya_list"),
    path("tulis/", pertanyaan.tanya_ask, name="tanya_ask"),
    path("masuk/", jawaban.tanya_queue, name="tanya_queue"),
    path("penggerak/", penggerak.penggerak_list, name="penggerak_list"),
    path("penggerak/<int:penggerak_id>/akhiri/", penggerak.penggerak_end, name="penggerak_end"),
    path("faq/", faq.faq_list, name="faq_list"),
    path("faq/<int:faq_id>/", faq.faq_detail, name="faq_detail"),
    path("faq/<int:faq_id>/ubah/", faq.faq_edit, name="faq_edit"),
    path("faq/<int:faq_id>/terbitkan/", faq.faq_publish, name="faq_publish"),
    path("faq/<int:faq_id>/tarik/", faq.faq_withdraw, name="faq_withdraw"),
    path("<int:tanya_id>/", pertanyaan.tanya_detail, name="tanya_detail"),
    path("<int:tanya_id>/jawab/", jawaban.tanya_answer, name="tanya_answer"),
    path("<int:tanya_id>/lagi/", pertanyaan.tanya_again, name="tanya_again"),
    path("<int:tanya_id>/jelas/", pertanyaan.tanya_settle, name="tanya_settle"),
    path("<int:tanya_id>/tarik/", pertanyaan.tanya_withdraw, name="tanya_withdraw"),
    path("<int:tanya_id>/faq/", faq.faq_propose, name="faq_propose"),
]
