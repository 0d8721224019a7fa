package io.github.gradphoto.identity;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.security.SecurityProperties;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.core.env.Environment;
import org.springframework.core.env.Profiles;
import org.springframework.http.HttpMethod;
import org.springframework.security.config.Customizer;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.authentication.LoginUrlAuthenticationEntryPoint;
import org.springframework.security.web.authentication.UsernamePasswordAuthenticationFilter;
import org.springframework.security.web.csrf.CsrfFilter;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter.ReferrerPolicy;
import org.springframework.security.web.servlet.util.matcher.PathPatternRequestMatcher;

/** Who may see which of our own pages. The engine's webapps and its REST interface have chains of their own. */
@Configuration(proxyBeanMethods = false)
class WebSecurity {

    static final String STUDENT = "STUDENT";
    static final String STAFF = "STAFF";

    /** Nothing but our own files: no inline script or style, no frame around us, no other host. */
    private static final String CONTENT_POLICY = "default-src 'self'; connect-src 'self'; img-src 'self' data: blob:;"
            + " frame-ancestors 'none'; form-action 'self'; base-uri 'none'; object-src 'none'";

    /** The student takes the photo on our own page; nothing else of the device is asked for. */
    private static final String PERMISSIONS = "camera=(self), microphone=(), geolocation=()";

    private static final String[] PUBLIC = {
        "/",
        "/guides/**",
        "/attachments/*",
        "/privacy",
        "/sign-in/**",
        "/login",
        "/css/**",
        "/js/**",
        "/img/**",
        "/bpmn-js/**",
        "/face-api/**",
        "/forms/**",
        "/brand/**",
        "/favicon*",
        "/diagrams/**",
        "/error",
        "/actuator/health"
    };

    /** After the security chains and before the engine's webapps ask who is there. */
    @Bean
    FilterRegistrationBean<ClosedAccountFilter> closedAccounts(StaffLocks locks) {
        var filter = new FilterRegistrationBean<>(new ClosedAccountFilter(locks));
        filter.addUrlPatterns("/office/*", "/camunda/app/*", "/camunda/api/*", "/engine-rest/*");
        filter.setOrder(SecurityProperties.DEFAULT_FILTER_ORDER + 5);
        return filter;
    }

    /** For probes and scrapers, which send their password with each request and keep no session. */
    @Bean
    @Order(Ordered.LOWEST_PRECEDENCE - 10)
    SecurityFilterChain operations(HttpSecurity http) throws Exception {
        return http.securityMatcher("/actuator/**")
                .authorizeHttpRequests(requests -> requests.requestMatchers("/actuator/health")
                        .permitAll()
                        .anyRequest()
                        .hasAuthority(StaffGroup.ADMINISTRATOR.authority()))
                .httpBasic(Customizer.withDefaults())
                .sessionManagement(session -> session.sessionCreationPolicy(SessionCreationPolicy.NEVER))
                .csrf(csrf -> csrf.disable())
                .build();
    }

    @Bean
    @Order(Ordered.LOWEST_PRECEDENCE)
    SecurityFilterChain pages(
            HttpSecurity http,
            Environment environment,
            AfterStaffLogin afterLogin,
            RememberMyPhone phone,
            @Value("${gradphoto.sign-in.per-minute:10}") int perMinute)
            throws Exception {
        boolean demo = environment.acceptsProfiles(Profiles.of("demo"));
        var paths = PathPatternRequestMatcher.withDefaults();
        return http.authorizeHttpRequests(requests -> {
                    requests.requestMatchers(PUBLIC).permitAll();
                    if (demo) {
                        requests.requestMatchers("/demo", "/demo/**").permitAll();
                    }
                    requests.requestMatchers("/my", "/my/**").hasRole(STUDENT);
                    requests.requestMatchers("/office", "/office/**").hasRole(STAFF);
                    requests.anyRequest().authenticated();
                })
                .addFilterBefore(new UploadLimit(), CsrfFilter.class)
                .addFilterBefore(new SignInLimit(perMinute), UsernamePasswordAuthenticationFilter.class)
                .formLogin(form -> form.loginPage("/login")
                        .successHandler(afterLogin)
                        .failureUrl("/login?error")
                        .permitAll())
                .logout(logout -> logout.logoutRequestMatcher(paths.matcher(HttpMethod.POST, "/sign-out"))
                        .logoutSuccessUrl("/")
                        .invalidateHttpSession(true))
                .rememberMe(remembering -> remembering.rememberMeServices(phone).key(phone.getKey()))
                .exceptionHandling(errors -> errors.accessDeniedHandler(new FormsOfLostSessions())
                        .defaultAuthenticationEntryPointFor(
                                new LoginUrlAuthenticationEntryPoint("/sign-in"), paths.matcher("/my/**"))
                        .defaultAuthenticationEntryPointFor(
                                new LoginUrlAuthenticationEntryPoint("/login"), paths.matcher("/**")))
                .headers(headers -> headers.contentSecurityPolicy(policy -> policy.policyDirectives(CONTENT_POLICY))
                        .permissionsPolicyHeader(policy -> policy.policy(PERMISSIONS))
                        .referrerPolicy(referrer -> referrer.policy(ReferrerPolicy.SAME_ORIGIN)))
                .build();
    }
}
