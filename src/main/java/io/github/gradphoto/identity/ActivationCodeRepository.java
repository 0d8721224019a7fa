package io.github.gradphoto.identity;

import java.util.Optional;
import org.springframework.data.jpa.repository.JpaRepository;

interface ActivationCodeRepository extends JpaRepository<ActivationCode, Long> {

    /** The only one that counts: an older one dies when a new one is issued. */
    Optional<ActivationCode> findFirstByStudentIdOrderByIdDesc(long studentId);
}
