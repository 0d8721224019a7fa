package io.github.gradphoto.registration;

import jakarta.persistence.LockModeType;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.springframework.data.domain.Limit;
import org.springframework.data.jpa.repository.JpaRepository;
import org.springframework.data.jpa.repository.Lock;
import org.springframework.data.jpa.repository.Query;

interface RegistrationRunRepository extends JpaRepository<RegistrationRun, Long> {

    @Lock(LockModeType.PESSIMISTIC_WRITE)
    @Query("select r from RegistrationRun r where r.id = :id")
    Optional<RegistrationRun> lock(long id);

    List<RegistrationRun> findByAcceptedAtIsNotNullOrderByIdDesc(Limit most);

    List<RegistrationRun> findByAcceptedAtIsNullAndStartedAtBefore(Instant limit);

    boolean existsBySlotIsNotNull();
}
