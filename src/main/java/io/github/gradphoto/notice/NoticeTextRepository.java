package io.github.gradphoto.notice;

import java.util.List;
import java.util.Optional;
import org.springframework.data.jpa.repository.JpaRepository;

interface NoticeTextRepository extends JpaRepository<NoticeText, Long> {

    Optional<NoticeText> findByNoticeIdAndKindAndLanguage(long noticeId, NoticeTextKind kind, String language);

    List<NoticeText> findByNoticeId(long noticeId);
}
