package io.github.gradphoto.office;

import io.github.gradphoto.prints.CourierOrder;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import org.dhatim.fastexcel.Workbook;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;

/** 批量下单表, as the couriers' own pages take it: its headings are theirs, so they are Chinese for every reader. */
final class CourierFile {

    private static final MediaType XLSX =
            MediaType.parseMediaType("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet");
    private static final List<String> HEADINGS =
            List.of("订单号", "收件人", "收件手机", "省", "市", "区县", "详细地址", "物品名称", "件数", "备注");

    private CourierFile() {}

    static ResponseEntity<byte[]> csv(List<CourierOrder> orders) {
        return CsvFile.download("courier.csv", HEADINGS, rows(orders));
    }

    /** Every cell is a text: no digit of a number is lost, and nothing is a formula. */
    static ResponseEntity<byte[]> xlsx(List<CourierOrder> orders) {
        var out = new ByteArrayOutputStream();
        try (var book = new Workbook(out, "gradphoto", "1.0")) {
            var sheet = book.newWorksheet("下单");
            var rows = rows(orders);
            for (int column = 0; column < HEADINGS.size(); column++) {
                sheet.value(0, column, HEADINGS.get(column));
                for (int row = 0; row < rows.size(); row++) {
                    sheet.value(row + 1, column, rows.get(row).get(column));
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return Privately.download(out.toByteArray(), XLSX, "courier.xlsx");
    }

    private static List<List<String>> rows(List<CourierOrder> orders) {
        return orders.stream()
                .map(order -> List.of(
                        order.code(),
                        order.to().recipient(),
                        order.to().phone(),
                        order.to().province(),
                        order.to().city(),
                        order.to().district(),
                        order.to().street(),
                        "照片",
                        "1",
                        ""))
                .toList();
    }
}
