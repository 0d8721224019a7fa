package io.github.gradphoto.prints;

import io.github.gradphoto.prints.PrintRunMember.Label;
import io.github.gradphoto.prints.PrintRunMember.State;
import io.github.gradphoto.privacy.Vault;
import io.github.gradphoto.refusal.Refusal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.GeneratedKeyHolder;
import org.springframework.stereotype.Component;

/** The rows of the runs. */
@Component
class PrintRunStore {

    private static final String RUNS = """
            select r.id, r.notice_id, r.paper, r.width_mm, r.height_mm, r.picture_count, r.made_by, r.made_at,
                   sum(case when m.state = 'OPEN' then 1 else 0 end) as open_count,
                   sum(case when m.state = 'PRINTED' then 1 else 0 end) as printed_count,
                   sum(case when m.state in ('ELSEWHERE', 'DROPPED', 'RELEASED') then 1 else 0 end) as left_count
            from print_run r left join print_run_member m on m.run_id = r.id""";
    private static final String GROUPED =
            " group by r.id, r.notice_id, r.paper, r.width_mm, r.height_mm, r.picture_count, r.made_by, r.made_at"
                    + " order by r.id desc";
    private static final String MEMBERS = """
            select m.id, m.place, a.number, m.blob_id, m.bag_code, m.method, m.label_enc, m.state
            from print_run_member m join application a on a.id = m.application_id""";

    private final JdbcClient jdbc;
    private final Vault vault;
    private final Clock clock;

    PrintRunStore(JdbcClient jdbc, Vault vault, Clock clock) {
        this.jdbc = jdbc;
        this.vault = vault;
        this.clock = clock;
    }

    /** Two people who put a run together at the same moment do it one after the other. */
    void lockNotice(long noticeId) {
        jdbc.sql("select id from notice where id = ? for update")
                .param(noticeId)
                .query(Long.class)
                .single();
    }

    Set<Long> applicationsInOpenRuns() {
        return jdbc
                .sql("select open_key from print_run_member where open_key is not null")
                .query(Long.class)
                .list()
                .stream()
                .collect(Collectors.toSet());
    }

    long add(long noticeId, SheetLayout layout, String by) {
        var key = new GeneratedKeyHolder();
        jdbc.sql("insert into print_run (notice_id, paper, width_mm, height_mm, picture_count, made_by, made_at)"
                        + " values (?, ?, ?, ?, ?, ?, ?)")
                .params(
                        noticeId,
                        layout.paper(),
                        layout.photoWidthMm(),
                        layout.photoHeightMm(),
                        layout.count(),
                        by,
                        now())
                .update(key, "id");
        return key.getKeyAs(Long.class);
    }

    void add(
            long runId,
            long applicationId,
            int place,
            long blobId,
            String bagCode,
            DeliveryMethod method,
            Label label) {
        jdbc.sql("insert into print_run_member"
                        + " (run_id, application_id, place, blob_id, bag_code, method, label_enc, state, open_key)"
                        + " values (?, ?, ?, ?, ?, ?, ?, 'OPEN', ?)")
                .params(
                        runId,
                        applicationId,
                        place,
                        blobId,
                        bagCode,
                        method.name(),
                        vault.encrypt(label.joined()),
                        applicationId)
                .update();
    }

    /** @return false where it was ended before */
    boolean end(long memberId, State state) {
        return jdbc.sql(
                                "update print_run_member set state = ?, open_key = null, ended_at = ? where id = ? and state = 'OPEN'")
                        .params(state.name(), now(), memberId)
                        .update()
                > 0;
    }

    State stateOf(long memberId) {
        return State.valueOf(jdbc.sql("select state from print_run_member where id = ?")
                .param(memberId)
                .query(String.class)
                .single());
    }

    /** Those whose sheets belong into a download; not of a picture that is not kept any more. */
    List<PrintRunMember> onPaper(long runId, int from) {
        return jdbc
                .sql(MEMBERS + " where m.run_id = ? and m.place >= ? and exists (select 1 from photo p"
                        + " where p.application_id = a.id and m.blob_id in (p.standard_id, p.finished_id))"
                        + " order by m.place")
                .params(runId, from)
                .query(this::member)
                .list()
                .stream()
                .filter(one -> one.state().isOnPaper())
                .toList();
    }

    int release(long runId) {
        return jdbc.sql("update print_run_member set state = 'RELEASED', open_key = null, ended_at = ?"
                        + " where run_id = ? and state = 'OPEN'")
                .params(now(), runId)
                .update();
    }

    List<PrintRun> newest(int most) {
        return jdbc.sql(RUNS + GROUPED + " fetch first " + most + " rows only")
                .query(PrintRunStore::run)
                .list();
    }

    /** @throws Refusal noRun */
    PrintRun run(long runId) {
        return jdbc.sql(RUNS + " where r.id = ?" + GROUPED)
                .param(runId)
                .query(PrintRunStore::run)
                .optional()
                .orElseThrow(() -> Refusal.notFound("noPrintRun"));
    }

    List<PrintRunMember> members(long runId) {
        return jdbc.sql(MEMBERS + " where m.run_id = ? order by m.place")
                .param(runId)
                .query(this::member)
                .list();
    }

    /** @param after place of the last that was tried */
    List<PrintRunMember> open(long runId, int after, int most) {
        return jdbc.sql(MEMBERS + " where m.run_id = ? and m.state = 'OPEN' and m.place > ? order by m.place"
                        + " fetch first " + most + " rows only")
                .params(runId, after)
                .query(this::member)
                .list();
    }

    private static PrintRun run(ResultSet row, int index) throws SQLException {
        return new PrintRun(
                row.getLong("id"),
                row.getLong("notice_id"),
                new SheetLayout(
                        row.getString("paper"),
                        row.getDouble("width_mm"),
                        row.getDouble("height_mm"),
                        row.getInt("picture_count")),
                row.getString("made_by"),
                row.getObject("made_at", OffsetDateTime.class).toInstant(),
                row.getInt("open_count"),
                row.getInt("printed_count"),
                row.getInt("left_count"));
    }

    private PrintRunMember member(ResultSet row, int index) throws SQLException {
        return new PrintRunMember(
                row.getLong("id"),
                row.getInt("place"),
                row.getString("number"),
                row.getLong("blob_id"),
                row.getString("bag_code"),
                DeliveryMethod.valueOf(row.getString("method")),
                Label.read(vault.decrypt(row.getString("label_enc"))),
                State.valueOf(row.getString("state")));
    }

    private OffsetDateTime now() {
        return clock.instant().atOffset(ZoneOffset.UTC);
    }
}
