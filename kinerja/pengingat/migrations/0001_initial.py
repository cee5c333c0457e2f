import django.db.models.deletion
from django.db import migrations, models


class Migration(migrations.Migration):

    initial = True

    dependencies = [
        ('kepegawaian', '0001_initial'),
    ]

    operations = [
        migrations.CreateModel(
            name='PengingatTerakhir',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('on', models.DateField()),
                ('instansi', models.OneToOneField(on_delete=django.db.models.deletion.CASCADE, related_name='+', to='kepegawaian.instansi')),
            ],
            options={
                'ordering': ['instansi_id'],
            },
        ),
    ]
