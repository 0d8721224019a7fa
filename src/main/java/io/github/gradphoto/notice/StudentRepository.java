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

    List<Student> findByIdIn(Collection<Long> ids);
}
