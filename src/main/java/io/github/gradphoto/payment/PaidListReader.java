package io.github.gradphoto.payment;

import io.github.gradphoto.payment.PaidRow.Fault;
import io.github.gradphoto.tabular.Column;
import io.github.gradphoto.tabular.TableRow;
import java.text.Normalizer;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;
import java.util.regex.Pattern;

/** The columns of a 已缴费名单, as the payment platforms of colleges call them, and how one line of it is read. */
final class PaidListReader {

    static final List<Column> COLUMNS = List.of(
            Column.required("STUDENT", "学号", "学工号", "学/工号", "缴费人学号", "student number"),
            Column.optional("NAME", "姓名", "缴费人", "缴费人姓名", "付款人", "name"),
            Column.required("AMOUNT", "金额", "金额(元)", "缴费金额", "实缴金额", "交易金额", "amount"),
            Column.required("DATE", "时间", "缴费时间", "交易时间", "支付时间", "到账时间", "缴费日期", "到账日期", "日期", "date"),
            Column.required("TRANSACTION", "流水号", "交易流水号", "支付流水号", "银行流水号", "交易号", "transaction"));

    /** 2026-06-01 08:30:00, 2026/6/1, 2026年6月1日, 20260601083000; the time of day does not matter. */
    private static final Pattern DAY =
            Pattern.compile("(20\\d{2})(?:[-/.年](\\d{1,2})[-/.月](\\d{1,2})|(\\d{2})(\\d{2})).*");

    private static final int LONGEST_NUMBER = 40;
    private static final int LONGEST_PAYER = 80;

    private PaidListReader() {}

    /** A line before anybody looked whose it is. */
    static PaidRow read(TableRow row, LocalDate today) {
        var cents = Yuan.cents(row.get("AMOUNT"));
        var day = day(row.get("DATE"));
        return new PaidRow(
                row.number(),
                cut(row.get("STUDENT"), LONGEST_NUMBER),
                row.get("NAME").isEmpty() ? null : cut(row.get("NAME"), LONGEST_PAYER),
                null,
                row.get("TRANSACTION"),
                cents.isPresent() ? cents.getAsInt() : null,
                day,
                null,
                false,
                fault(row, cents.isPresent(), day, today));
    }

    private static Fault fault(TableRow row, boolean amount, LocalDate day, LocalDate today) {
        var transaction = row.get("TRANSACTION");
        if (row.lostDigits("STUDENT") || row.lostDigits("TRANSACTION")) {
            return Fault.DIGITS_LOST;
        }
        if (transaction.isEmpty() || transaction.length() > Arrival.LONGEST_TRANSACTION) {
            return Fault.TRANSACTION_MISSING;
        }
        if (!amount) {
            return Fault.AMOUNT;
        }
        return day == null || day.isAfter(today) ? Fault.DATE : null;
    }

    private static LocalDate day(String typed) {
        var parts = DAY.matcher(Normalizer.normalize(typed, Normalizer.Form.NFKC));
        if (!parts.matches()) {
            return null;
        }
        var month = parts.group(2) == null ? parts.group(4) : parts.group(2);
        var day = parts.group(3) == null ? parts.group(5) : parts.group(3);
        try {
            return LocalDate.of(Integer.parseInt(parts.group(1)), Integer.parseInt(month), Integer.parseInt(day));
        } catch (DateTimeException e) {
            return null;
        }
    }

    private static String cut(String text, int longest) {
        return text.length() > longest ? text.substring(0, longest) : text;
    }
}
