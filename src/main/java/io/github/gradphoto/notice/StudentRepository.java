package io.github.gradphoto.notice;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.springframework.data.domain.Limit;
import org.springframework.data.jpa.repository.JpaRepository;
import org.springframework.data.jpa.repository.Query;

interface StudentRepository extends JpaRepository<Student, Long> {

    String LEFT_BY_FORMER = """
             where s.cohort = :cohort and s.admissionType = :admissionType
              and not exists (select a from Application a where a.studentId = s.id and a.noticeId in :former
                and (a.state = io.github.gradphoto.application.Application.State.COLLECTED
                  or a.state = io.github.gradphoto.application.Application.State.REFUSED
                  or a.state = io.github.gradphoto.application.Application.State.RUNNING and a.endReason is null
                  or a.endReason = io.github.gradphoto.application.EndReason.NOT_ELIGIBLE))
              and (s.photoRegistered is null or s.photoRegistered = false
                or exists (select b from Application b where b.studentId = s.id and b.noticeId = :notice))
            """;

    String FIGURES = """
            select new io.github.gradphoto.notice.AudienceFigures(
              count(s),
              count(case when s.photoRegistered = true then 1 end),
              count(case when s.feeExempt = true then 1 end),
              count(case when s.email is null then 1 end),
              count(case when s.feeExempt = false and (s.photoRegistered is null or s.photoRegistered = false)
                then 1 end))
            from Student s
            """;

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

    List<Student> findByCohortAndAdmissionTypeAndIdGreaterThanOrderById(
            int cohort, String admissionType, long after, Limit most);

    /**
     * Whom the former rounds left: no case that still runs, came to its end or was refused there, and no photo at the
     * registry but by this round. Says {@code Application} by name alone: this package knows nothing of applications.
     */
    @Query("select s from Student s" + LEFT_BY_FORMER + " and s.id > :after order by s.id")
    List<Student> findUnfinished(
            int cohort, String admissionType, long notice, Collection<Long> former, long after, Limit most);

    @Query(FIGURES + " where s.cohort = :cohort and s.admissionType = :admissionType")
    AudienceFigures figures(int cohort, String admissionType);

    @Query(FIGURES + LEFT_BY_FORMER)
    AudienceFigures figuresOfUnfinished(int cohort, String admissionType, long notice, Collection<Long> former);

    @Query("""
            select count(a) from Application a where a.studentId = :student and a.noticeId in :former
              and (a.state = io.github.gradphoto.application.Application.State.COLLECTED
                or a.state = io.github.gradphoto.application.Application.State.REFUSED
                or a.state = io.github.gradphoto.application.Application.State.RUNNING and a.endReason is null
                or a.endReason = io.github.gradphoto.application.EndReason.NOT_ELIGIBLE)""")
    long countFinished(long student, Collection<Long> former);

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
