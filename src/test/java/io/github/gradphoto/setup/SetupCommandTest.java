package io.github.gradphoto.setup;

import static org.assertj.core.api.Assertions.assertThat;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import io.github.gradphoto.privacy.KeyFiles;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.mock.env.MockEnvironment;

/** From an empty machine to an installation that can start; and what is said of one that cannot. Nothing is overwritten. */
class SetupCommandTest {

    private static final String PASSWORD = "vier-kleine-Baeume";
    private static final GreenMail MAIL = new GreenMail(new ServerSetup[] {
        new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP),
        new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTPS)
    });

    @TempDir
    Path home;

    private final Map<String, String> properties = new HashMap<>();
    private final Deque<String> answers = new ArrayDeque<>();
    private String said;

    @BeforeAll
    static void mailServer() {
        MAIL.start();
        MAIL.setUser("office@example.com", "office", "mail-secret");
    }

    @AfterAll
    static void mailServerOff() {
        MAIL.stop();
    }

    @BeforeEach
    void settings() {
        properties.putAll(Map.of(
                "gradphoto.home", home.toString(),
                "gradphoto.keys.directory", keys().toString(),
                "gradphoto.address", "https://photo.college.example",
                "gradphoto.mail.from", "office@example.com",
                "spring.mail.host", "127.0.0.1",
                "spring.mail.port", String.valueOf(MAIL.getSmtp().getPort()),
                "spring.datasource.url", "jdbc:h2:file:" + home.resolve("gradphoto"),
                "spring.datasource.username", "sa",
                "spring.datasource.password", ""));
    }

    private Path keys() {
        return home.resolve("keys");
    }

    @Test
    void anEmptyMachineBecomesAnInstallationAndStaysOne() throws Exception {
        assertThat(lacking()).containsExactly("keys.missing", "administrator.missing");
        administratorFromTheEnvironment();

        assertThat(setup("boss@example.com")).isZero();

        assertThat(said.lines().toList()).hasSizeGreaterThan(8).noneMatch(line -> line.startsWith("✗"));
        assertThat(said)
                .contains("已在 " + keys() + " 生成", "再也打不开，谁也恢复不了", "已建立账号 chief", "测试邮件已交给服务器")
                .doesNotContain(PASSWORD, "setup.");
        assertThat(MAIL.getReceivedMessages()).hasSize(1);
        assertThat(accounts()).containsExactly("chief");
        assertThat(passwordsOf("chief")).noneMatch(stored -> stored.contains(PASSWORD));

        properties.keySet().removeIf(name -> name.contains("administrator"));
        assertThat(lacking()).as("no password variable is needed any more").isEmpty();

        var before = keyBytes();
        assertThat(setup(null)).isZero();
        assertThat(said).contains("两个文件齐全", "已有管理员账号，没有改动").doesNotContain("生成 encryption");
        assertThat(keyBytes()).isEqualTo(before);
        assertThat(accounts()).containsExactly("chief");
    }

    @Test
    void theTerminalIsAskedAndAWeakPasswordIsAskedAgain() throws SQLException {
        answers.addAll(List.of("", "short", "admin-admin-admin", PASSWORD, "something else", PASSWORD, PASSWORD));
        assertThat(setup(null)).isZero();
        assertThat(said).contains("密码太弱", "两次输入不一样", "已建立账号 admin").doesNotContain(PASSWORD, "short");
        assertThat(accounts()).containsExactly("admin");
    }

    @Test
    void whoeverLostTheOnlyPasswordMakesAnotherAdministrator() throws SQLException {
        administratorFromTheEnvironment();
        setup(null);
        properties.put("gradphoto.administrator.username", "chief2");
        assertThat(command().setUp(null, true)).isZero();
        assertThat(accounts()).containsExactly("chief", "chief2");
        assertThat(command().setUp(null, true)).as("a name is not taken twice").isOne();
        assertThat(accounts()).containsExactly("chief", "chief2");
    }

    @Test
    void withoutATerminalAndWithoutTheVariablesNoAccountIsMade() {
        assertThat(setup(null)).isOne();
        assertThat(said).contains("✗ 管理员：还没有管理员账号", "还不能启动");
        properties.put("gradphoto.administrator.username", "bad name");
        properties.put("gradphoto.administrator.password", PASSWORD);
        assertThat(setup(null)).isOne();
        assertThat(said).contains("✗ 管理员：用户名“bad name”不能用");
        properties.put("gradphoto.administrator.username", "chief");
        properties.put("gradphoto.administrator.password", "chief");
        assertThat(setup(null)).isOne();
        assertThat(said).contains("✗ 管理员：密码太弱");
        properties.remove("gradphoto.administrator.password");
        assertThat(lacking()).containsExactly("administrator.missing");
    }

    @Test
    void aPasswordOnTheCommandLineIsRefusedAndNothingIsDone() {
        assertThat(SetupCommand.run(List.of("--gradphoto.administrator.password=" + PASSWORD)))
                .isEqualTo(2);
        assertThat(SetupCommand.run(List.of("what?"))).isEqualTo(2);
        assertThat(home).isEmptyDirectory();
    }

    @Test
    void halfAPairIsSaidAndNotCompleted() throws IOException {
        KeyFiles.create(keys());
        Files.delete(keys().resolve("index.json"));
        var left = Files.readAllBytes(keys().resolve("encryption.json"));
        administratorFromTheEnvironment();

        assertThat(setup(null)).isOne();
        assertThat(said).contains("✗ 密钥：" + keys() + " 中缺少 index.json，只有一半", "没有生成新文件");
        assertThat(lacking()).contains("keys.half");
        assertThat(keys().resolve("index.json")).doesNotExist();
        assertThat(Files.readAllBytes(keys().resolve("encryption.json"))).isEqualTo(left);
    }

    @Test
    void damagedKeysAreSaid() throws IOException {
        Files.createDirectories(keys());
        Files.writeString(keys().resolve("encryption.json"), "{}");
        Files.writeString(keys().resolve("index.json"), "");
        assertThat(setup(null)).isOne();
        assertThat(said).contains("已损坏或读不出来");
        assertThat(Files.readString(keys().resolve("encryption.json"))).isEqualTo("{}");
    }

    @Test
    void aLostKeyIsSaidAndNothingIsOverwritten() throws Exception {
        restoreRealData();
        assertThat(setup(null)).isOne();
        assertThat(said).contains("✗ 密钥丢失：数据库中有加密的数据").doesNotContain("生成 encryption.json");
        assertThat(lacking()).contains("keys.gone");
        assertThat(keys()).doesNotExist();

        KeyFiles.create(keys());
        var wrong = keyBytes();
        assertThat(setup(null)).isOne();
        assertThat(said).contains("✗ 密钥不对：数据库中有用另一套密钥");
        assertThat(lacking()).contains("keys.other");
        assertThat(keyBytes()).isEqualTo(wrong);

        keysOfRealData("encryption.json");
        assertThat(setup(null)).isOne();
        assertThat(said).contains("index.json 不是这个数据库的");
        assertThat(lacking()).contains("keys.otherIndex");

        keysOfRealData("index.json");
        setup(null);
        assertThat(said).contains("✓ 密钥：" + keys() + " 中的两个文件齐全");
        assertThat(lacking()).isEmpty();
    }

    @Test
    void aFileThatIsNotKeptAnyMoreKeepsNoNodeFromStarting() throws Exception {
        restoreRealData();
        ownKeys();
        execute("create table admission_photo_file (id bigint primary key, content_enc binary varying)");
        execute("insert into admission_photo_file values (1, null), (2, null)");
        assertThat(lacking()).isEmpty();
        setup(null);
        assertThat(said).contains("✓ 密钥");
    }

    @Test
    void aDamagedValueIsSaidByItsPlace() throws Exception {
        restoreRealData();
        ownKeys();
        execute("update student set id_number_enc = 'kein Geheimtext' where id = (select min(id) from student)");
        assertThat(lacking()).containsExactly("keys.damagedData");
        assertThat(setup(null)).isOne();
        assertThat(said).contains("✗ 密钥：数据库的 student.id_number_enc 中有一条已损坏");
    }

    @Test
    void aClosedAdministratorIsNone() throws Exception {
        administratorFromTheEnvironment();
        setup(null);
        properties.keySet().removeIf(name -> name.contains("administrator"));
        assertThat(lacking()).isEmpty();
        execute("insert into staff_lock (username, locked_at, locked_by, note)"
                + " values ('chief', current_timestamp, 'other', '离职')");
        assertThat(lacking()).containsExactly("administrator.missing");
    }

    @Test
    void membersReadTheirGroupAsWhereTheApplicationMadeIt() throws Exception {
        administratorFromTheEnvironment();
        setup(null);
        assertThat(column("select RESOURCE_ID_ from ACT_RU_AUTHORIZATION"
                        + " where RESOURCE_TYPE_ = 2 and GROUP_ID_ = 'reviewer' and RESOURCE_ID_ = GROUP_ID_"))
                .hasSize(1);
    }

    private void ownKeys() throws IOException {
        KeyFiles.create(keys());
        keysOfRealData("encryption.json");
        keysOfRealData("index.json");
    }

    private void execute(String sql) throws SQLException {
        try (var connection = DriverManager.getConnection("jdbc:h2:file:" + home.resolve("gradphoto"), "sa", "")) {
            connection.createStatement().execute(sql);
        }
    }

    @Test
    void mailThatDoesNotWorkIsSaidWithWhatToDo() {
        administratorFromTheEnvironment();
        properties.put("spring.mail.username", "office");
        properties.put("spring.mail.password", "wrong");
        assertThat(setup(null)).isOne();
        assertThat(said).contains("不接受用户名 office", "授权码").doesNotContain("wrong");

        properties.put("spring.mail.password", "mail-secret");
        properties.put("spring.mail.protocol", "smtps");
        properties.put("spring.mail.port", String.valueOf(MAIL.getSmtps().getPort()));
        assertThat(setup(null)).isOne();
        assertThat(said)
                .contains("的证书不被信任", "SPRING_MAIL_PROPERTIES_MAIL_SMTPS_SSL_TRUST=127.0.0.1")
                .doesNotContain("连接不上");
        properties.put("spring.mail.properties.mail.smtps.ssl.trust", "*");
        properties.put("spring.mail.properties.mail.smtps.ssl.checkserveridentity", "false");
        assertThat(setup(null)).isZero();
        assertThat(said).contains("已加密，用户名和密码正确");

        properties.put("spring.mail.port", "1");
        assertThat(setup(null)).isOne();
        assertThat(said).contains("✗ 邮件：连接不上 127.0.0.1:1");

        properties.put("gradphoto.mail.from", "nobody");
        assertThat(setup(null)).isOne();
        assertThat(said).contains("发件地址“nobody”不是邮箱地址");
        properties.remove("spring.mail.host");
        assertThat(lacking()).containsExactly("mail.missing");
    }

    @Test
    void aDatabaseThatDoesNotAnswerLeavesTheKeysForLater() {
        properties.put("spring.datasource.url", "jdbc:postgresql://127.0.0.1:1/gradphoto?password=inside");
        assertThat(setup(null)).isOne();
        assertThat(said).contains("✗ 数据库：连接不上", "SPRING_DATASOURCE_URL").doesNotContain("inside");
        assertThat(keys()).doesNotExist();
        assertThat(lacking()).containsExactly("database.unreachable");
        assertThat(exitCode()).as("the service tries again").isOne();
        properties.remove("spring.mail.host");
        assertThat(exitCode()).as("and not what only somebody can mend").isEqualTo(78);
    }

    @Test
    void aFullDiskAndAnAddressOfThisMachineAreSaid() {
        assertThat(MachineCheck.disk(home, Long.MAX_VALUE, Long.MAX_VALUE).key())
                .isEqualTo("disk.full");
        assertThat(MachineCheck.disk(home, 0, Long.MAX_VALUE).key()).isEqualTo("disk.little");
        assertThat(MachineCheck.disk(Path.of("/proc/nowhere")).key()).isEqualTo("disk.notWritable");
        assertThat(MachineCheck.font().key()).isEqualTo("font.good");
        assertThat(MachineCheck.address("http://localhost:8080").key()).isEqualTo("address.local");
        assertThat(MachineCheck.address("http://photo.college.example").key()).isEqualTo("address.plain");
    }

    @Test
    void englishWhereTheMachineIsEnglishAndPlainMarksWhereItsTerminalIsOld() {
        administratorFromTheEnvironment();
        var out = new ByteArrayOutputStream();
        var plain = new Terminal(new PrintStream(out, true), Locale.CHINESE, StandardCharsets.US_ASCII);
        new SetupCommand(Settings.of(environment()), plain, prompt()).setUp(null, false);
        assertThat(out.toString(StandardCharsets.US_ASCII))
                .contains("[ok] Database:", "[ok] Keys:", "Ready to start")
                .doesNotContain("?", "setup.");
    }

    private void administratorFromTheEnvironment() {
        properties.put("gradphoto.administrator.username", "chief");
        properties.put("gradphoto.administrator.password", PASSWORD);
    }

    private int setup(String testMail) {
        var out = new ByteArrayOutputStream();
        int exit = command(out, StandardCharsets.UTF_8).setUp(testMail, false);
        said = out.toString(StandardCharsets.UTF_8);
        return exit;
    }

    private SetupCommand command() {
        return command(new ByteArrayOutputStream(), StandardCharsets.UTF_8);
    }

    private SetupCommand command(ByteArrayOutputStream out, Charset charset) {
        return new SetupCommand(
                Settings.of(environment()),
                new Terminal(new PrintStream(out, true, charset), Locale.CHINESE, charset),
                prompt());
    }

    private Prompt prompt() {
        return new Prompt() {
            @Override
            public String ask(String question) {
                return answers.poll();
            }

            @Override
            public String askSecretly(String question) {
                return answers.poll();
            }
        };
    }

    private MockEnvironment environment() {
        var environment = new MockEnvironment();
        properties.forEach(environment::setProperty);
        return environment;
    }

    private int exitCode() {
        return ReadinessCheck.exitCode(ReadinessCheck.lacking(Settings.of(environment())));
    }

    private List<String> lacking() {
        return ReadinessCheck.lacking(Settings.of(environment())).stream()
                .map(Finding::key)
                .toList();
    }

    /** The database of an earlier version with a case in every wait state. */
    private void restoreRealData() throws SQLException {
        try (var connection = DriverManager.getConnection("jdbc:h2:file:" + home.resolve("gradphoto"), "sa", "");
                var statement = connection.createStatement()) {
            statement.execute("runscript from 'classpath:/upgrade/database.sql.gz' compression gzip");
        }
        administratorFromTheEnvironment();
    }

    private void keysOfRealData(String name) throws IOException {
        try (var content = getClass().getResourceAsStream("/upgrade/keys/" + name)) {
            Files.write(keys().resolve(name), content.readAllBytes());
        }
    }

    private List<String> keyBytes() throws IOException {
        return List.of(
                Files.readString(keys().resolve("encryption.json")), Files.readString(keys().resolve("index.json")));
    }

    private List<String> accounts() throws SQLException {
        return column("select ID_ from ACT_ID_USER order by ID_");
    }

    private List<String> passwordsOf(String username) throws SQLException {
        return column("select PWD_ from ACT_ID_USER where ID_ = '" + username + "'");
    }

    private List<String> column(String sql) throws SQLException {
        var values = new java.util.ArrayList<String>();
        try (var connection = DriverManager.getConnection("jdbc:h2:file:" + home.resolve("gradphoto"), "sa", "");
                var rows = connection.createStatement().executeQuery(sql)) {
            while (rows.next()) {
                values.add(rows.getString(1));
            }
        }
        return values;
    }
}
