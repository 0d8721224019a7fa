package io.github.gradphoto.identity;

import java.time.Instant;
import java.util.Optional;
import org.springframework.data.jpa.repository.JpaRepository;

interface SignInCodeRepository extends JpaRepository<SignInCode, Long> {

    Optional<SignInCode> findFirstByStudentIdOrderByIdDesc(long studentId);

    long countByStudentIdAndCreatedAtAfter(long studentId, Instant since);
}
