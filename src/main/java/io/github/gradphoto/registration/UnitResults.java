package io.github.gradphoto.registration;

import io.github.gradphoto.application.Step;
import io.github.gradphoto.registration.RegistrationRun.Kind;
import io.github.gradphoto.tabular.Column;
import io.github.gradphoto.tabular.TableReader;
import io.github.gradphoto.tabular.TableRow;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** 报送结果: the collecting unit says by key which pictures it delivered to the registry and which it refused, and why. */
@Service
@Transactional
public class UnitResults {

    static final String DELIVERED = "DELIVERED";
    static final String REFUSED = "REFUSED";

    private static final List<Column> COLUMNS = List.of(
            Column.required("KEY", "编号", "报送编号", "照片编号", "文件名", "file", "key"),
            Column.required("RESULT", "结果", "报送结果", "处理结果", "状态", "result"),
            Column.optional("REASON", "原因", "退回原因", "备注", "说明", "reason"));

    private static final Map<String, String> RESULTS = Map.ofEntries(
            Map.entry("成功", DELIVERED),
            Map.entry("报送成功", DELIVERED),
            Map.entry("已报送", DELIVERED),
            Map.entry("合格", DELIVERED),
            Map.entry("delivered", DELIVERED),
            Map.entry("退回", REFUSED),
            Map.entry("被退回", REFUSED),
            Map.entry("不合格", REFUSED),
            Map.entry("失败", REFUSED),
            Map.entry("refused", REFUSED));

    /** As long as the form of the step allows, in characters. */
    private static final int LONGEST_REASON = 500;

    private final RegistrationRuns runs;
    private final ReleasedPhotos released;

    UnitResults(RegistrationRuns runs, ReleasedPhotos released) {
        this.runs = runs;
        this.released = released;
    }

    /** @return the run to look at. @throws io.github.gradphoto.refusal.Refusal when the file is no such list */
    public long upload(byte[] file, String by) {
        var rows = TableReader.read(file, COLUMNS).rows();
        var known = released.by(rows.stream().map(row -> key(row.get("KEY"))).toList());
        var seen = new HashSet<String>();
        var items = rows.stream().map(row -> item(row, known, seen)).toList();
        return runs.keep(Kind.DELIVERY, items, by).id();
    }

    /** The unit may send the name of the file instead. */
    static String key(String typed) {
        return typed.strip().toUpperCase(Locale.ROOT).replaceFirst("\\.JPE?G$", "");
    }

    private static RunItem item(TableRow row, Map<String, ReleasedPhotos.Released> known, Set<String> seen) {
        var key = key(row.get("KEY"));
        var item = new RunItem(row.number(), row.get("KEY"));
        var result = RESULTS.get(row.get("RESULT").toLowerCase(Locale.ROOT));
        var reason = row.get("REASON");
        if (row.lostDigits("KEY")) {
            return item.bad(RowFault.DIGITS_LOST);
        }
        if (!key.matches(ReleaseKey.FORM)) {
            return item.bad(RowFault.KEY_FORM);
        }
        var photo = known.get(key);
        if (photo == null) {
            return item.bad(RowFault.KEY_UNKNOWN);
        }
        item.about(photo.application().id(), photo.application().number(), photo.registrationId());
        item.todo(Step.ENTER_DELIVERY_RESULT, result, reason.isEmpty() ? null : reason);
        if (!seen.add(key)) {
            return item.bad(RowFault.TWICE);
        }
        if (result == null) {
            return item.bad(RowFault.RESULT_UNKNOWN);
        }
        if (result.equals(REFUSED) && reason.isEmpty()) {
            return item.bad(RowFault.REASON_NEEDED);
        }
        if (reason.length() > LONGEST_REASON) {
            return item.todo(Step.ENTER_DELIVERY_RESULT, result, null).bad(RowFault.REASON_TOO_LONG);
        }
        return judged(item, photo, result);
    }

    private static RunItem judged(RunItem item, ReleasedPhotos.Released photo, String result) {
        if (photo.answer() != null && photo.answer().equals(result)) {
            return item.nothingToDo(RunItem.State.ALREADY);
        }
        if (photo.waits()) {
            return item;
        }
        return item.bad(photo.application().isRunning() ? RowFault.NOT_AT_STEP : RowFault.CASE_ENDED);
    }
}
