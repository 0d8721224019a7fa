package io.github.gradphoto.notice;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.springframework.data.domain.Limit;
import org.springframework.data.jpa.repository.JpaRepository;
import org.springframework.data.jpa.repository.Query;

interface StudentRepository extends JpaRepository<Student, Long> {

    Optional<Student> findByStudentNumber(String studentNumber);

    /** Whoever has this number, of whichever kind, and these last six; the newest row of a person comes first. */
    @Query("select s from Student s where s.idLastSixIndex = :lastSix"
            + " and (s.studentNumber = :typed or s.examNumber = :typed or s.idIndex = :idIndex) order by s.id desc")
    List<Student> identify(String typed, String idIndex, String lastSix);

    @Query("select s from Student s where s.studentNumber = :typed or s.examNumber = :typed or s.idIndex = :idIndex"
            + " or s.phoneIndex = :phoneIndex order by s.studentNumber")
    List<Student> findByAnyNumber(String typed, String idIndex, String phoneIndex, Limit most);

    List<Student> findByNameContainingOrderByStudentNumber(String part, Limit most);

    /** Rows that were written before telephone numbers could be looked up. */
    List<Student> findByPhoneIndexIsNullAndPhoneIsNotNull(Limit most);

    List<Student> findByClassTeacherOrderByClassCodeAscStudentNumberAsc(String classTeacher);

    List<Student> findByCohortAndAdmissionTypeOrderByStudentNumber(int cohort, String admissionType);

    /** 年级 and 院系, without what is encrypted. */
    @Query("select new io.github.gradphoto.notice.RosterMember(s.studentNumber, s.name, s.className) from Student s"
            + " where s.cohort = :cohort and s.department in :departments and s.erasedAt is null"
            + " order by s.studentNumber")
    List<RosterMember> members(int cohort, Collection<String> departments);

    @Query("select distinct s.className, s.classCode from Student s where s.erasedAt is null order by s.classCode")
    List<Object[]> classes();

    List<Student> findByIdIn(Collection<Long> ids);

    List<Student> findByStudentNumberIn(Collection<String> studentNumbers);

    List<Student> findByExamNumberIn(Collection<String> examNumbers);

    List<Student> findByIdIndexIn(Collection<String> idIndexes);
}
