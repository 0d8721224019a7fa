package io.github.gradphoto.scale;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;

import io.github.gradphoto.GradPhotoTest;
import io.github.gradphoto.identity.StaffGroup;
import io.github.gradphoto.notice.CollectionType;
import io.github.gradphoto.notice.ResidentId;
import io.github.gradphoto.process.College;
import io.github.gradphoto.roster.RosterImports;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.LocalDate;
import java.util.List;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.runtime.Job;
import org.dhatim.fastexcel.Workbook;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.security.core.authority.AuthorityUtils;
import org.springframework.test.web.servlet.MockMvc;

/**
 * Measures with the roster of a large college; no test of the build. To run it:
 * {@code mvn test -Dtest=ScaleMeasurement -Dsurefire.failIfNoSpecifiedTests=false}. The list goes through the real import;
 * the cases are written as rows of the tables, as they stand after the real steps.
 */
@GradPhotoTest
@Import({College.class, CountedStatements.class})
class ScaleMeasurement {

    private static final int ROWS = 20_000;
    private static final String BY = College.REGISTRAR;

    @Autowired
    private College.Cases college;

    @Autowired
    private RosterImports imports;

    @Autowired
    private ManagementService management;

    @Autowired
    private JdbcTemplate jdbc;

    @Autowired
    private MockMvc web;

    @Test
    void measure() throws Exception {
        var notice = college.publish(terms -> terms);
        var file = list("");
        say("xlsx of %d rows, %d KB".formatted(ROWS, file.length / 1024));
        long upload = timed("upload", () -> imports.upload(file, BY));
        var preview = timed("preview (all new)", () -> imports.preview(upload, BY));
        assertThat(preview.added()).isEqualTo(ROWS);
        long id = timed("accept (check again, stage)", () -> imports.accept(upload, preview.seen(), BY));
        timed("import (job by job)", this::run);
        assertThat(imports.byId(id).added()).isEqualTo(ROWS);

        long again = imports.upload(file, BY);
        assertThat(timed("preview of the same list", () -> imports.preview(again, BY))
                        .isNews())
                .isFalse();
        college.withCode(CollectionType.CENTRAL);
        fill(notice.id());
        for (var address : List.of(
                "/office/progress",
                "/office/progress",
                "/office/progress?late=true",
                "/office/progress?forecast=LATE&page=50",
                "/office/progress?department=院系3",
                "/office/progress/students.csv",
                "/office/roster")) {
            CountedStatements.reset();
            int status = timed(
                    address,
                    () -> web.perform(get(address)
                                    .with(user(BY).authorities(AuthorityUtils.createAuthorityList(
                                            "ROLE_STAFF", StaffGroup.REGISTRAR.authority()))))
                            .andReturn()
                            .getResponse()
                            .getStatus());
            assertThat(status).isEqualTo(200);
            say("  statements: " + CountedStatements.count());
        }
        var moved = list("新");
        long other = imports.upload(moved, BY);
        var changes = timed("preview (20,000 changes, all with a case)", () -> imports.preview(other, BY));
        say("  changed: " + changes.changed() + ", with a case: " + changes.running());
    }

    /** A case for everybody: waiting somewhere, with the history of its steps and for half of them a photo. */
    private void fill(long noticeId) {
        jdbc.update("""
                insert into application (version, number, notice_id, student_id, open_slot, state, collection_type,
                    submitted_at, consequence_acknowledged_at, closes_at, rejections)
                select 0, concat('GX', id), ?, id, 1, 'RUNNING', 'CENTRAL', current_timestamp, current_timestamp,
                    current_timestamp, 0
                from student where student_number like 'S%'""", noticeId);
        var template = jdbc.queryForMap("select * from ACT_RU_TASK limit 1");
        jdbc.update("""
                insert into ACT_RU_EXECUTION (ID_, REV_, PROC_INST_ID_, BUSINESS_KEY_, PROC_DEF_ID_, IS_ACTIVE_,
                    IS_CONCURRENT_, IS_SCOPE_, IS_EVENT_SCOPE_, SUSPENSION_STATE_, CACHED_ENT_STATE_)
                select concat('x', id), 1, concat('x', id), number, ?, true, false, true, false, 1, 0
                from application where number like 'GX%'""", template.get("PROC_DEF_ID_"));
        jdbc.update("""
                insert into ACT_RU_TASK (ID_, REV_, PROC_INST_ID_, PROC_DEF_ID_, NAME_, TASK_DEF_KEY_, PRIORITY_,
                    CREATE_TIME_, DUE_DATE_, SUSPENSION_STATE_)
                select concat('t', id), 1, concat('x', id), ?, '任务',
                    case mod(id, 5) when 0 then 'uploadCode' when 1 then 'confirmDetails' when 2 then 'pay'
                        when 3 then 'reviewPhoto' else 'enterDeliveryResult' end, 50,
                    current_timestamp, dateadd('day', mod(id, 20) - 5, current_timestamp), 1
                from application where number like 'GX%'""", template.get("PROC_DEF_ID_"));
        jdbc.update("""
                insert into ACT_HI_TASKINST (ID_, PROC_DEF_ID_, PROC_INST_ID_, NAME_, TASK_DEF_KEY_, START_TIME_, END_TIME_,
                    DURATION_, DELETE_REASON_, PRIORITY_)
                select concat('h', x), ?, 'x', '任务',
                    case mod(x, 10) when 0 then 'uploadCode' when 1 then 'confirmDetails' when 2 then 'pay'
                        when 3 then 'uploadPhoto' when 4 then 'reviewPhoto' when 5 then 'releasePhoto'
                        when 6 then 'enterDeliveryResult' when 7 then 'enterComparisonResult' when 8 then 'printPhotos'
                        else 'takeInPrint' end,
                    dateadd('day', -3, current_timestamp), current_timestamp, mod(x * 7919, 900000000), 'completed', 50
                from system_range(1, 200000)""", template.get("PROC_DEF_ID_"));
        jdbc.update("insert into photo_blob (sha256, media_type, byte_count, content, stored_at)"
                + " values ('-', 'image/jpeg', 1, X'00', current_timestamp)");
        jdbc.update("""
                insert into photo (version, application_id, attempt, source, state, uploaded_at, declared_at, original_id,
                    standard_id, orientation, frame_x, frame_y, frame_width, crop_width, crop_height, jpeg_quality, jpeg_bytes,
                    original_sha256, standard_sha256)
                select 0, id, 1, 'ALBUM', case mod(id, 5) when 3 then 'IN_REVIEW' else 'RELEASED' end, current_timestamp,
                    current_timestamp, (select max(id) from photo_blob), (select max(id) from photo_blob), 1, 0, 0, 1, 480,
                    640, 80, 30000, '-', '-'
                from application where number like 'GX%' and mod(id, 5) >= 3""");
    }

    private Void run() {
        for (var jobs = jobs(); !jobs.isEmpty(); jobs = jobs()) {
            jobs.forEach(job -> management.executeJob(job.getId()));
        }
        return null;
    }

    private List<Job> jobs() {
        return management.createJobQuery().processDefinitionKey("rosterImport").list();
    }

    private interface Deed<T> {
        T run() throws Exception;
    }

    private static <T> T timed(String what, Deed<T> deed) throws Exception {
        long begin = System.nanoTime();
        var result = deed.run();
        say("%-45s %6d ms".formatted(what, (System.nanoTime() - begin) / 1_000_000));
        return result;
    }

    private static void say(String what) {
        System.out.println("SCALE " + what);
    }

    private static byte[] list(String suffix) throws IOException {
        var file = new ByteArrayOutputStream();
        try (var book = new Workbook(file, "test", "1.0")) {
            var sheet = book.newWorksheet("名册");
            var headings = List.of(
                    "学号",
                    "姓名",
                    "性别",
                    "证件类型",
                    "证件号",
                    "出生日期",
                    "民族",
                    "考生号",
                    "院校代码",
                    "院校名称",
                    "校区",
                    "院系",
                    "专业代码",
                    "专业名称",
                    "班级",
                    "年级",
                    "层次",
                    "学制",
                    "学习形式",
                    "入学日期",
                    "预计毕业日期",
                    "学籍状态",
                    "招生类型",
                    "手机",
                    "邮箱",
                    "班主任",
                    "辅导员",
                    "学信网有无学历照片",
                    "备注");
            for (int i = 0; i < headings.size(); i++) {
                sheet.value(0, i, headings.get(i));
            }
            for (int row = 1; row <= ROWS; row++) {
                var born = LocalDate.of(1975, 1, 1).plusDays(row % 10_000);
                var digits = "510699" + born.toString().replace("-", "") + "%03d".formatted(1 + row / 10_000 * 2);
                var values = List.of(
                        "S%07d".formatted(row),
                        "王小明",
                        "男",
                        "居民身份证",
                        digits + ResidentId.checkCharacter(digits),
                        born.toString(),
                        "汉族",
                        "23510699%06d".formatted(row),
                        "99999",
                        "示例职业技术学院",
                        "主校区",
                        "院系" + row % 10,
                        "530302",
                        "大数据与会计" + suffix,
                        "会计" + row % 400 + "班",
                        "2023",
                        "专科",
                        "3",
                        "全日制",
                        "2023-09-01",
                        "2026-06-30",
                        "注册学籍",
                        "高职扩招",
                        "139%08d".formatted(row),
                        "s" + row + "@example.com",
                        "",
                        "",
                        "无",
                        "");
                for (int i = 0; i < values.size(); i++) {
                    sheet.value(row, i, values.get(i));
                }
            }
        }
        return file.toByteArray();
    }
}
