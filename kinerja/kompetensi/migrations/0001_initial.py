import django.db.models.deletion
from django.db import migrations, models


class Migration(migrations.Migration):

    initial = True

    dependencies = [
        ('kepegawaian', '0001_initial'),
    ]

    operations = [
        migrations.CreateModel(
            name='Kompetensi',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('instansi', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='daftar_kompetensi', to='kepegawaian.instansi')),
                ('kode', models.CharField(max_length=40)),
                ('nama', models.CharField(max_length=120)),
                ('jenis', models.CharField(choices=[('manajerial', 'Manajerial'), ('sosial_kultural', 'Sosial kultural'), ('teknis', 'Teknis')], max_length=20)),
                ('definisi', models.TextField(blank=True)),
                ('sumber', models.CharField(help_text='Naskah atau dokumen asal kompetensi ini.', max_length=300)),
            ],
            options={
                'ordering': ['jenis', 'kode'],
                'constraints': [models.UniqueConstraint(fields=('instansi', 'kode'), name='kompetensi_kode_satu_per_instansi')],
            },
        ),
        migrations.CreateModel(
            name='StandarKompetensi',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('jabatan', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='daftar_standar', to='kepegawaian.jabatan')),
                ('kompetensi', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='daftar_standar', to='kompetensi.kompetensi')),
                ('tingkat', models.PositiveSmallIntegerField()),
                ('sumber', models.CharField(help_text='Dokumen standar kompetensi jabatan.', max_length=200)),
            ],
            options={
                'ordering': ['jabatan_id', 'kompetensi__jenis', 'kompetensi__kode'],
                'constraints': [models.UniqueConstraint(fields=('jabatan', 'kompetensi'), name='standar_satu_per_jabatan'), models.CheckConstraint(condition=models.Q(('tingkat__gte', 1), ('tingkat__lte', 5)), name='standar_tingkat_1_sampai_5')],
            },
        ),
        migrations.CreateModel(
            name='TingkatKompetensi',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('kompetensi', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='daftar_tingkat', to='kompetensi.kompetensi')),
                ('tingkat', models.PositiveSmallIntegerField()),
                ('uraian', models.TextField()),
            ],
            options={
                'ordering': ['kompetensi_id', 'tingkat'],
                'constraints': [models.UniqueConstraint(fields=('kompetensi', 'tingkat'), name='kompetensi_satu_per_tingkat'), models.CheckConstraint(condition=models.Q(('tingkat__gte', 1), ('tingkat__lte', 5)), name='kompetensi_tingkat_1_sampai_5')],
            },
        ),
    ]
