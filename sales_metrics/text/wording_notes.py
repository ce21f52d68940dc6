"""What is said about cells of an uploaded file that are taken all the same, and what to do about them."""

from __future__ import annotations

from typing import Final

from ..model.text import Text

NOTES: Final = {
    "ambiguous_dates": Text(
        ru="«{column}», {cell}: по датам вида {found} не видно, где день, а где месяц; прочитано как {limit} "
        "(ячеек: {count}). Если это не так, поменяйте порядок.",
        en="“{column}”, {cell}: dates like {found} do not show which is the day; they were read as {limit} "
        "(cells: {count}). Switch the order if that is wrong.",
        bg="„{column}“, {cell}: по дати като {found} не личи кое е денят; прочетени са като {limit} (клетки: "
        "{count}). Ако не е така, сменете реда.",
    ),
    "ambiguous_numbers": Text(
        ru="«{column}», {cell}: в числах вида {found} неясно, тысячи это или дробь; дробной считается «{limit}» "
        "(ячеек: {count}). Проверьте одну сумму.",
        en="“{column}”, {cell}: numbers like {found} may be thousands or fractions; the decimal mark was taken "
        "to be “{limit}” (cells: {count}). Check one of them.",
        bg="„{column}“, {cell}: числа като {found} може да са хиляди или дроби; за десетичен знак е приет "
        "„{limit}“ (клетки: {count}). Проверете едно от тях.",
    ),
    "unknown_word": Text(
        ru="«{column}», {cell}: слово «{found}» программе не знакомо (ячеек: {count}), поле считается "
        "незаполненным или прочим. Замените слово, если это не так.",
        en="“{column}”, {cell}: the program does not know “{found}” (cells: {count}) and takes it for blank or "
        "other. Use another word if that is wrong.",
        bg="„{column}“, {cell}: програмата не познава „{found}“ (клетки: {count}) и го приема за празно или "
        "друго. Сменете думата, ако не е така.",
    ),
    "mixed_alphabets": Text(
        ru="«{column}», {cell}: в «{found}» смешаны русские и латинские буквы (ячеек: {count}). Проверьте, не "
        "двойник ли это другого имени.",
        en="“{column}”, {cell}: “{found}” mixes Latin and Cyrillic letters (cells: {count}). Check that it does "
        "not double another name.",
        bg="„{column}“, {cell}: в „{found}“ са смесени кирилица и латиница (клетки: {count}). Проверете дали не "
        "повтаря друго име.",
    ),
    "id_rounded": Text(
        ru="«{column}», {cell}: номер «{found}» округлён программой, что сохранила файл (ячеек: {count}). "
        "Выгрузите столбец как текст.",
        en="“{column}”, {cell}: the id “{found}” was rounded by the program that saved the file (cells: "
        "{count}). Export that column as text.",
        bg="„{column}“, {cell}: номерът „{found}“ е закръглен от програмата, записала файла (клетки: {count}). "
        "Експортирайте колоната като текст.",
    ),
    "client_missing": Text(
        ru="«{column}»: клиент не указан, строк: {count}, первая {cell}. Взяты; чтобы они вошли в отчёты по "
        "клиентам, заполните клиента.",
        en="“{column}”: no client is named in {count} rows, first {cell}. They were taken; fill the client in to"
        " have them in reports by client.",
        bg="„{column}“: клиентът не е посочен, редове: {count}, първият е {cell}. Взети са; попълнете клиента, "
        "за да влязат в справките по клиенти.",
    ),
    "manager_missing": Text(
        ru="«{column}»: менеджер не указан, строк: {count}, первая {cell}. Взяты, но их видит только "
        "руководитель; заполните менеджера.",
        en="“{column}”: no manager is named in {count} rows, first {cell}. They were taken, but only the "
        "director sees them; fill the manager in.",
        bg="„{column}“: мениджърът не е посочен, редове: {count}, първият е {cell}. Взети са, но ги вижда само "
        "директорът; попълнете мениджъра.",
    ),
    "amount_negative": Text(
        ru="«{column}»: отрицательная сумма, строк: {count}, первая {cell}. Взято как есть; проверьте знак.",
        en="“{column}”: a negative amount in {count} rows, first {cell}. Taken as it is; check the sign.",
        bg="„{column}“: отрицателна сума, редове: {count}, първият е {cell}. Взета е както е; проверете знака.",
    ),
    "amount_missing": Text(
        ru="«{column}»: сумма не указана, строк: {count}, первая {cell}. В выручку они не войдут, пока её нет.",
        en="“{column}”: no amount in {count} rows, first {cell}. They add nothing to revenue until it is filled "
        "in.",
        bg="„{column}“: няма сума, редове: {count}, първият е {cell}. Не влизат в приходите, докато не я "
        "попълните.",
    ),
    "closed_before_created": Text(
        ru="«{column}»: сделка закрыта раньше, чем создана, строк: {count}, первая {cell}. Проверьте обе даты.",
        en="“{column}”: deals closed before they were created, {count} rows, first {cell}. Check both dates.",
        bg="„{column}“: сделката е приключена преди да е създадена, редове: {count}, първият е {cell}. Проверете"
        " двете дати.",
    ),
    "completed_before_ordered": Text(
        ru="«{column}»: заказ выполнен раньше, чем сделан, строк: {count}, первая {cell}. Проверьте обе даты.",
        en="“{column}”: orders completed before they were placed, {count} rows, first {cell}. Check both dates.",
        bg="„{column}“: поръчката е изпълнена преди да е направена, редове: {count}, първият е {cell}. Проверете"
        " двете дати.",
    ),
    "ends_before_start": Text(
        ru="«{column}»: конец раньше начала, строк: {count}, первая {cell}. Проверьте обе даты.",
        en="“{column}”: the end is before the start in {count} rows, first {cell}. Check both dates.",
        bg="„{column}“: краят е преди началото, редове: {count}, първият е {cell}. Проверете двете дати.",
    ),
    "returns": Text(
        ru="«{column}»: возвраты, строк: {count}, первая {cell}. Они уменьшают выручку; если это не возвраты, "
        "исправьте знак.",
        en="“{column}”: returns in {count} rows, first {cell}. They lower revenue; correct the sign if they are "
        "not returns.",
        bg="„{column}“: връщания, редове: {count}, първият е {cell}. Те намаляват приходите; ако не са връщания,"
        " поправете знака.",
    ),
    "quantity_negative": Text(
        ru="«{column}»: отрицательное количество без цены, строк: {count}, первая {cell}. Похоже на поправку "
        "склада; проверьте, нужны ли такие строки.",
        en="“{column}”: a negative quantity without a price in {count} rows, first {cell}. It looks like a "
        "correction of stock; check whether such rows belong here.",
        bg="„{column}“: отрицателно количество без цена, редове: {count}, първият е {cell}. Прилича на корекция "
        "на склада; проверете дали тези редове са нужни.",
    ),
    "price_zero": Text(
        ru="«{column}»: цена 0, строк: {count}, первая {cell}. Взяты, но выручки не дают; проверьте цену.",
        en="“{column}”: the price is 0 in {count} rows, first {cell}. Taken, but they bring no revenue; check it.",
        bg="„{column}“: цена 0, редове: {count}, първият е {cell}. Взети са, но не носят приход; проверете цената.",
    ),
    "price_negative": Text(
        ru="«{column}»: отрицательная цена, строк: {count}, первая {cell}. Взято как есть; проверьте знак.",
        en="“{column}”: a negative price in {count} rows, first {cell}. Taken as it is; check the sign.",
        bg="„{column}“: отрицателна цена, редове: {count}, първият е {cell}. Взета е както е; проверете знака.",
    ),
    "tax_id_invalid": Text(
        ru="«{column}»: контрольная цифра не сходится, строк: {count}, первая {cell}. Проверьте номер: возможно,"
        " потерян ноль в начале.",
        en="“{column}”: the check digits are wrong in {count} rows, first {cell}. Check the number: a leading "
        "zero may be lost.",
        bg="„{column}“: контролната цифра не съвпада, редове: {count}, първият е {cell}. Проверете номера: може "
        "да липсва водеща нула.",
    ),
    "repeated_id": Text(
        ru="«{column}»: номер повторяется, строк: {count}, первая {cell}. Действует последняя строка с этим "
        "номером; проверьте, нет ли лишних.",
        en="“{column}”: an id stands again in {count} rows, first {cell}. The last row with an id counts; check "
        "for doubles.",
        bg="„{column}“: номерът се повтаря, редове: {count}, първият е {cell}. Важи последният ред с този номер;"
        " проверете за излишни редове.",
    ),
}
