package io.github.gradphoto.identity;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockFilterChain;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;

/** So many sign-ins a minute, for an address and for a student number. */
class SignInLimitTest {

    private final SignInLimit limit = new SignInLimit(3);

    private int answer(String path, String address, String number) throws Exception {
        var request = new MockHttpServletRequest("POST", path);
        request.setRemoteAddr(address);
        if (number != null) {
            request.setParameter("studentNumber", number);
        }
        var response = new MockHttpServletResponse();
        limit.doFilter(request, response, new MockFilterChain());
        return response.getStatus();
    }

    @Test
    void anAddressIsSlowedDown() throws Exception {
        for (int i = 0; i < 3; i++) {
            assertThat(answer("/login", "10.0.0.1", null)).isEqualTo(200);
        }
        assertThat(answer("/login", "10.0.0.1", null)).isEqualTo(429);
        assertThat(answer("/login", "10.0.0.2", null)).isEqualTo(200);
        assertThat(answer("/my/photo", "10.0.0.1", null)).isEqualTo(200);
    }

    @Test
    void aStudentNumberIsSlowedDownFromWhereverItIsTried() throws Exception {
        for (int i = 0; i < 3; i++) {
            assertThat(answer("/sign-in", "10.0.1." + i, "S1")).isEqualTo(200);
        }
        assertThat(answer("/sign-in", "10.0.1.9", " S1 ")).isEqualTo(429);
        assertThat(answer("/sign-in", "10.0.1.9", "S2")).isEqualTo(200);
    }
}
