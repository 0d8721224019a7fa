package io.github.gradphoto.notice;

import java.util.List;
import java.util.Optional;
import org.springframework.data.jpa.repository.JpaRepository;

interface NoticeRepository extends JpaRepository<Notice, Long> {

    Optional<Notice> findFirstByStateNotOrderByOpensAtDesc(Notice.State state);

    List<Notice> findByStateNotOrderByOpensAtDesc(Notice.State state);
}
