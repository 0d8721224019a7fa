package io.github.gradphoto.notice;

import io.github.gradphoto.privacy.Vault;
import io.github.gradphoto.refusal.Refusal;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The students whom notices concern. */
@Service
@Transactional
public class Roster {

    private final StudentRepository students;
    private final Vault vault;

    Roster(StudentRepository students, Vault vault) {
        this.students = students;
        this.vault = vault;
    }

    public Student add(RosterRow row) {
        var id = row.idNumber();
        return students.save(new Student(
                row, vault.index("id", id), vault.index("id-last-six", id.substring(Math.max(0, id.length() - 6)))));
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

    /** @param idLastSix the last six characters of the ID number; x counts as X */
    @Transactional(readOnly = true)
    public Optional<Student> identify(String studentNumber, String idLastSix) {
        return students.findByStudentNumberAndIdLastSixIndex(
                studentNumber, vault.index("id-last-six", idLastSix.toUpperCase(Locale.ROOT)));
    }

    @Transactional(readOnly = true)
    public List<Student> ofTeacher(String username) {
        return students.findByClassTeacherOrderByClassCodeAscStudentNumberAsc(username);
    }

    /** Everyone whom the notice addresses. */
    @Transactional(readOnly = true)
    public List<Student> audienceOf(Notice notice) {
        return students.findByCohortAndAdmissionTypeOrderByStudentNumber(notice.cohort(), notice.admissionType());
    }

    public void updateContact(long studentId, String email, String phone) {
        byId(studentId).contact(email, phone);
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
