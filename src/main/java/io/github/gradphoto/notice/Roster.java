package io.github.gradphoto.notice;

import io.github.gradphoto.privacy.Vault;
import io.github.gradphoto.refusal.Refusal;
import java.util.Collection;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.data.domain.Limit;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The students whom notices concern. */
@Service
@Transactional
public class Roster {

    /** Keys in one statement. */
    private static final int AT_ONCE = 1000;

    private final StudentRepository students;
    private final Vault vault;
    private final ApplicationEventPublisher events;
    private final Notices notices;

    Roster(StudentRepository students, Vault vault, ApplicationEventPublisher events, Notices notices) {
        this.students = students;
        this.vault = vault;
        this.events = events;
        this.notices = notices;
    }

    public Student add(RosterRow row) {
        return students.save(
                new Student(row, index(row.idNumber()), lastSixIndex(row.idNumber()), phoneIndex(row.phone())));
    }

    private String phoneIndex(String phone) {
        return phone == null ? null : vault.index("phone", phone.replaceAll("\\D", ""));
    }

    private String index(String idNumber) {
        return idIndex(vault, idNumber);
    }

    /** The keyed hash by which an ID number is found; also tells whether a vault has the index key of the roster. */
    public static String idIndex(Vault vault, String idNumber) {
        return vault.index("id", idNumber.toUpperCase(Locale.ROOT));
    }

    private String lastSixIndex(String idNumber) {
        var last = idNumber.substring(Math.max(0, idNumber.length() - 6));
        return vault.index("id-last-six", last.toUpperCase(Locale.ROOT));
    }

    /**
     * Corrects a row, all of it or nothing.
     *
     * @return what differs from before
     * @throws Refusal what is wrong with a value; studentNumberTaken
     */
    public Set<RosterField> correct(long studentId, Map<RosterField, String> wanted) {
        var student = byId(studentId);
        var changes = new EnumMap<RosterField, String>(RosterField.class);
        wanted.forEach((field, typed) -> {
            var value = RosterCheck.checked(field, typed);
            if (!Objects.equals(value, student.current(field))) {
                changes.put(field, value);
            }
        });
        if (changes.containsKey(RosterField.ID_TYPE) || changes.containsKey(RosterField.ID_NUMBER)) {
            RosterCheck.idNumber(
                    changes.getOrDefault(RosterField.ID_TYPE, student.idType()),
                    changes.getOrDefault(RosterField.ID_NUMBER, student.idNumber()));
        }
        var number = changes.get(RosterField.STUDENT_NUMBER);
        if (number != null && byNumber(number).isPresent()) {
            throw Refusal.invalid("studentNumberTaken");
        }
        changes.forEach(student::correct);
        student.indexes(index(student.idNumber()), lastSixIndex(student.idNumber()), phoneIndex(student.phone()));
        students.saveAndFlush(student);
        if (changes.containsKey(RosterField.EMAIL) || changes.containsKey(RosterField.PHONE)) {
            events.publishEvent(new ContactChanged(studentId));
        }
        return changes.keySet();
    }

    @Transactional(readOnly = true)
    public Student byId(long id) {
        return students.findById(id).orElseThrow(() -> Refusal.notFound("noStudent"));
    }

    @Transactional(readOnly = true)
    public Optional<Student> byNumber(String studentNumber) {
        return students.findByStudentNumber(studentNumber);
    }

    @Transactional(readOnly = true)
    public Map<Long, Student> byIds(Collection<Long> ids) {
        return students.findByIdIn(ids).stream().collect(Collectors.toMap(Student::id, Function.identity()));
    }

    /** By student number, a few statements for many; numbers that nobody has are left out. */
    @Transactional(readOnly = true)
    public Map<String, Student> byNumbers(Collection<String> studentNumbers) {
        return found(studentNumbers, students::findByStudentNumberIn, Student::studentNumber);
    }

    /** By 考生号; where a person has two rows, the newer. */
    @Transactional(readOnly = true)
    public Map<String, Student> byExamNumbers(Collection<String> examNumbers) {
        return found(examNumbers, students::findByExamNumberIn, Student::examNumber);
    }

    /** By ID number; where a person has two rows, the newer. */
    @Transactional(readOnly = true)
    public Map<String, Student> byIdNumbers(Collection<String> idNumbers) {
        return found(
                idNumbers,
                some -> students.findByIdIndexIn(some.stream().map(this::index).toList()),
                Student::idNumber);
    }

    private static Map<String, Student> found(
            Collection<String> keys, Function<Collection<String>, List<Student>> query, Function<Student, String> key) {
        var all = List.copyOf(keys);
        var found = new HashMap<String, Student>();
        for (int from = 0; from < all.size(); from += AT_ONCE) {
            query.apply(all.subList(from, Math.min(all.size(), from + AT_ONCE)))
                    .forEach(student -> found.merge(
                            key.apply(student), student, (one, other) -> one.id() > other.id() ? one : other));
        }
        return found;
    }

    /** Everybody of a year in some departments. */
    @Transactional(readOnly = true)
    public List<RosterMember> members(int cohort, Collection<String> departments) {
        return students.members(cohort, departments);
    }

    /** The code of each class by its name; where two have one name, the first. */
    @Transactional(readOnly = true)
    public Map<String, String> classCodes() {
        var codes = new HashMap<String, String>();
        students.classes().forEach(pair -> codes.putIfAbsent((String) pair[0], (String) pair[1]));
        return codes;
    }

    /** What of these values the row of the roster says otherwise. */
    public static Set<RosterField> differences(Student student, Map<RosterField, String> wanted) {
        return wanted.entrySet().stream()
                .filter(value -> !Objects.equals(value.getValue(), student.current(value.getKey())))
                .map(Map.Entry::getKey)
                .collect(Collectors.toCollection(() -> EnumSet.noneOf(RosterField.class)));
    }

    /** @throws Refusal what is wrong with the value, see {@link RosterField} */
    public static void ensureRight(RosterField field, String value) {
        RosterCheck.checked(field, value);
    }

    /**
     * @param typed     a student number, 考生号 or ID number
     * @param idLastSix the last six characters of the ID number; x counts as X
     */
    @Transactional(readOnly = true)
    public Optional<Student> identify(String typed, String idLastSix) {
        var found = students.identify(
                typed,
                vault.index("id", typed.toUpperCase(Locale.ROOT)),
                vault.index("id-last-six", idLastSix.toUpperCase(Locale.ROOT)));
        return found.stream()
                .filter(student -> student.studentNumber().equals(typed))
                .findFirst()
                .or(() -> found.stream().findFirst());
    }

    /** Everyone whose student number, 考生号, whole ID number or whole telephone number this is. */
    @Transactional(readOnly = true)
    public List<Student> byAnyNumber(String typed, int most) {
        return students.findByAnyNumber(
                typed, vault.index("id", typed.toUpperCase(Locale.ROOT)), phoneIndex(typed), Limit.of(most));
    }

    @Transactional(readOnly = true)
    public List<Student> byPartOfName(String part, int most) {
        return students.findByNameContainingOrderByStudentNumber(part, Limit.of(most));
    }

    @Transactional(readOnly = true)
    public List<Student> ofTeacher(String username) {
        return students.findByClassTeacherOrderByClassCodeAscStudentNumberAsc(username);
    }

    /** Everyone whom the notice addresses: its year and kind; a later round, those alone whom the earlier ones left. */
    @Transactional(readOnly = true)
    public List<Student> audienceOf(Notice notice) {
        return audience(notice, 0, Limit.unlimited()).stream()
                .sorted(Comparator.comparing(Student::studentNumber))
                .toList();
    }

    /** The same by and by, in the order of the rows. @param after id of the last that was seen, 0 at first */
    @Transactional(readOnly = true)
    public List<Student> audienceAfter(Notice notice, long after, int most) {
        return audience(notice, after, Limit.of(most));
    }

    private List<Student> audience(Notice notice, long after, Limit most) {
        var former = formerRounds(notice);
        return former.isEmpty()
                ? students.findByCohortAndAdmissionTypeAndIdGreaterThanOrderById(
                        notice.cohort(), notice.admissionType(), after, most)
                : students.findUnfinished(notice.cohort(), notice.admissionType(), notice.id(), former, after, most);
    }

    /** How many {@link #audienceOf} would name, without reading them. */
    @Transactional(readOnly = true)
    public AudienceFigures figuresOf(Notice notice) {
        var former = formerRounds(notice);
        return former.isEmpty()
                ? students.figures(notice.cohort(), notice.admissionType())
                : students.figuresOfUnfinished(notice.cohort(), notice.admissionType(), notice.id(), former);
    }

    private List<Long> formerRounds(Notice notice) {
        return notices.before(notice).stream().map(Notice::id).toList();
    }

    /** Whether a later round is for this student: true for a first round. */
    @Transactional(readOnly = true)
    public boolean isLeftFor(Notice notice, Student student) {
        var former = formerRounds(notice);
        return former.isEmpty() || students.countFinished(student.id(), former) == 0;
    }

    /** The notice that is for this student; where none is, the one that everybody sees. */
    @Transactional(readOnly = true)
    public Optional<Notice> noticeFor(Student student) {
        return notices.forCohort(student.cohort()).stream()
                .filter(notice -> isLeftFor(notice, student))
                .findFirst()
                .or(() -> notices.current());
    }

    /** 演练: a made-up student, who goes with the rehearsal. */
    public Student addMadeUp(RosterRow row, long rehearsal) {
        var student = add(row);
        student.madeUpFor(rehearsal);
        return student;
    }

    public void updateContact(long studentId, String email, String phone) {
        var student = byId(studentId);
        boolean other = !Objects.equals(student.email(), email) || !Objects.equals(student.phone(), phone);
        student.contact(email, phone, phoneIndex(phone));
        if (other) {
            events.publishEvent(new ContactChanged(studentId));
        }
    }

    /** Makes telephone numbers findable that an earlier version stored. @return how many; zero when all are */
    int indexPhones(int most) {
        var rows = students.findByPhoneIndexIsNullAndPhoneIsNotNull(Limit.of(most));
        rows.forEach(row -> row.phoneIndex(phoneIndex(row.phone())));
        return rows.size();
    }

    public void updateWishes(long studentId, boolean results, boolean orderStatus, boolean orderExceptions) {
        byId(studentId).wishes(results, orderStatus, orderExceptions);
    }

    public void updateLanguage(long studentId, String language) {
        byId(studentId).language(language);
    }

    public void attachAdmissionPhoto(long studentId, long blobId) {
        byId(studentId).admissionPhoto(blobId);
    }

    /** The registry has the photo now: nobody may be charged for it again. */
    public void markPhotoRegistered(long studentId) {
        byId(studentId).photoRegistered();
    }
}
