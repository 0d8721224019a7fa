package io.github.gradphoto.process.access;

import io.github.gradphoto.review.ReviewLeases;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.regex.Pattern;
import org.camunda.bpm.engine.ProcessEngineException;
import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Gives back the photos whose time on a reviewer's screen ran out before Tasklist shows or claims a task: its lists have
 * them as the group's then, without a clock of our own.
 */
class LeaseFilter extends OncePerRequestFilter {

    private static final Pattern TASKS = Pattern.compile(".*/(task|filter)(/.*)?");

    private final ReviewLeases leases;

    LeaseFilter(ReviewLeases leases) {
        this.leases = leases;
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return !TASKS.matcher(request.getRequestURI()).matches();
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        try {
            leases.giveBackWhatRanOut();
        } catch (ProcessEngineException | ConcurrencyFailureException decidedMeanwhile) {
            logger.debug("a lease is given back by the next who looks", decidedMeanwhile);
        }
        chain.doFilter(request, response);
    }
}
