package io.github.gradphoto.callnote;

import java.util.Collection;
import java.util.List;
import org.springframework.data.jpa.repository.JpaRepository;

interface CallNoteRepository extends JpaRepository<CallNote, Long> {

    List<CallNote> findByTeacherAndStudentIdInOrderByIdDesc(String teacher, Collection<Long> studentIds);

    List<CallNote> findByTeacherAndStudentIdAndDoneAtIsNull(String teacher, long studentId);
}
