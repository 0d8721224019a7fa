package io.github.gradphoto.process.access;

import static org.springframework.security.config.Customizer.withDefaults;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.gradphoto.review.ReviewLeases;
import java.util.Map;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.webapp.impl.security.auth.ContainerBasedAuthenticationFilter;
import org.springframework.boot.autoconfigure.security.SecurityProperties;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.MessageSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.access.intercept.AuthorizationFilter;
import org.springframework.security.web.authentication.HttpStatusEntryPoint;
import org.springframework.security.web.authentication.LoginUrlAuthenticationEntryPoint;
import org.springframework.security.web.authentication.logout.HttpStatusReturningLogoutSuccessHandler;
import org.springframework.security.web.servlet.util.matcher.PathPatternRequestMatcher;
import org.springframework.security.web.util.matcher.AnyRequestMatcher;
import org.springframework.web.servlet.LocaleResolver;

/** One sign-in for Tasklist and Cockpit, and basic authentication for the engine's REST interface. */
@Configuration(proxyBeanMethods = false)
class EngineSecurity {

    @Bean
    @Order(1)
    SecurityFilterChain engineRest(HttpSecurity http, EngineSignIn signIn, IdentityService identity) throws Exception {
        // Jersey serves these addresses, so the matchers must not ask Spring MVC.
        return http.securityMatcher(PathPatternRequestMatcher.withDefaults().matcher("/engine-rest/**"))
                .authenticationProvider(signIn)
                .authorizeHttpRequests(requests -> requests.anyRequest().hasRole("STAFF"))
                .httpBasic(withDefaults())
                .sessionManagement(session -> session.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                // Without a session there is no cookie that another site could ride on.
                .csrf(csrf -> csrf.disable())
                .addFilterAfter(new EngineAuthenticationFilter(identity), AuthorizationFilter.class)
                .build();
    }

    @Bean
    @Order(2)
    SecurityFilterChain webapps(HttpSecurity http, EngineSignIn signIn) throws Exception {
        var paths = PathPatternRequestMatcher.withDefaults();
        return http.securityMatcher(paths.matcher("/camunda/**"))
                .authenticationProvider(signIn)
                .authorizeHttpRequests(requests -> requests.requestMatchers(
                                paths.matcher("/camunda/assets/**"), paths.matcher("/camunda/lib/**"))
                        .permitAll()
                        .anyRequest()
                        .hasRole("STAFF"))
                .exceptionHandling(exceptions -> exceptions
                        .defaultAuthenticationEntryPointFor(
                                new HttpStatusEntryPoint(HttpStatus.UNAUTHORIZED), paths.matcher("/camunda/api/**"))
                        .defaultAuthenticationEntryPointFor(
                                new LoginUrlAuthenticationEntryPoint("/login"), AnyRequestMatcher.INSTANCE))
                .logout(logout -> logout.logoutRequestMatcher(
                                paths.matcher(HttpMethod.POST, "/camunda/api/admin/auth/user/{engine}/logout"))
                        .logoutSuccessHandler(new HttpStatusReturningLogoutSuccessHandler(HttpStatus.NO_CONTENT)))
                // The webapps bring their own CSRF guard and their own headers.
                .csrf(csrf -> csrf.disable())
                .headers(headers -> headers.disable())
                .build();
    }

    @Bean
    FilterRegistrationBean<ContainerBasedAuthenticationFilter> webappAuthentication() {
        var filter = new FilterRegistrationBean<>(new ContainerBasedAuthenticationFilter());
        filter.setInitParameters(Map.of("authentication-provider", WebappAuthentication.class.getName()));
        filter.addUrlPatterns("/camunda/app/*", "/camunda/api/*", "/camunda/lib/*");
        filter.setOrder(SecurityProperties.DEFAULT_FILTER_ORDER + 10);
        return filter;
    }

    @Bean
    FilterRegistrationBean<RefusalFilter> refusals(MessageSource texts, ObjectMapper json, LocaleResolver languages) {
        var filter = new FilterRegistrationBean<>(new RefusalFilter(texts, json, languages));
        filter.addUrlPatterns("/camunda/api/*", "/engine-rest/*");
        filter.setOrder(SecurityProperties.DEFAULT_FILTER_ORDER + 20);
        return filter;
    }

    @Bean
    FilterRegistrationBean<LeaseFilter> leases(ReviewLeases leases) {
        var filter = new FilterRegistrationBean<>(new LeaseFilter(leases));
        filter.addUrlPatterns("/camunda/api/*", "/engine-rest/*");
        filter.setOrder(SecurityProperties.DEFAULT_FILTER_ORDER + 7); // after closed accounts are turned away
        return filter;
    }

    @Bean
    FilterRegistrationBean<LanguageFilter> names(MessageSource texts, ObjectMapper json, LocaleResolver languages) {
        var filter = new FilterRegistrationBean<>(new LanguageFilter(texts, json, languages));
        filter.addUrlPatterns("/camunda/api/*");
        filter.setOrder(SecurityProperties.DEFAULT_FILTER_ORDER + 30);
        return filter;
    }
}
