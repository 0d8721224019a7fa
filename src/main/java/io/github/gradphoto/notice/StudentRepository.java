package io.github.gradphoto.notice;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.springframework.data.jpa.repository.JpaRepository;

interface StudentRepository extends JpaRepository<Student, Long> {

    Optional<Student> findByStudentNumber(String studentNumber);

    Optional<Student> findByStudentNumberAndIdLastSixIndex(String studentNumber, String idLastSixIndex);

    List<Student> findByClassTeacherOrderByClassCodeAscStudentNumberAsc(String classTeacher);

    List<Student> findByCohortAndAdmissionTypeOrderByStudentNumber(int cohort, String admissionType);

    List<Student> findByIdIn(Collection<Long> ids);
}
