package io.github.gradphoto.payment;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.springframework.data.jpa.repository.JpaRepository;
import org.springframework.data.jpa.repository.Query;

interface FeeOrderRepository extends JpaRepository<FeeOrder, Long> {

    List<FeeOrder> findByApplicationIdOrderByIdDesc(long applicationId);

    Optional<FeeOrder> findFirstByApplicationIdOrderByIdDesc(long applicationId);

    @Query("select count(o) from FeeOrder o where o.state in :states and o.applicationId in"
            + " (select a.id from Application a where a.noticeId = :noticeId)")
    long countIn(long noticeId, Collection<FeeOrder.State> states);

    /** @return cents; null where there is no order */
    @Query("select sum(o.amountCents) from FeeOrder o where o.state in :states and o.applicationId in"
            + " (select a.id from Application a where a.noticeId = :noticeId)")
    Long sumIn(long noticeId, Collection<FeeOrder.State> states);
}
