package io.github.gradphoto.roster;

import java.util.List;
import org.springframework.data.domain.Limit;
import org.springframework.data.jpa.repository.JpaRepository;

interface RosterImportRepository extends JpaRepository<RosterImport, Long> {

    List<RosterImport> findAllByOrderByIdDesc(Limit most);

    boolean existsBySlot(String slot);
}
