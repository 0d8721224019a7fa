package io.github.gradphoto.notice;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.springframework.data.jpa.repository.JpaRepository;
import org.springframework.data.jpa.repository.Query;

interface NoticeRepository extends JpaRepository<Notice, Long> {

    List<Notice> findByStateInOrderByOpensAtDesc(Collection<Notice.State> states);

    List<Notice> findAllByOrderByIdDesc();

    List<Notice> findByPreviousIdOrderById(long previousId);

    Optional<Notice> findFirstByPreviousIdAndStateNot(long previousId, Notice.State state);

    boolean existsByDocumentNumberAndRoundAndIdNot(String documentNumber, int round, long id);

    /** By its table: this package knows nothing of applications. */
    @Query(
            value = "select n.* from notice n join application a on a.notice_id = n.id where a.number = :number",
            nativeQuery = true)
    Optional<Notice> findByApplicationNumber(String number);
}
