package io.github.gradphoto.office;

import org.springframework.context.annotation.Configuration;
import org.springframework.security.config.annotation.method.configuration.EnableMethodSecurity;

/** Lets a page of one group say so itself, with {@code @PreAuthorize}. */
@Configuration(proxyBeanMethods = false)
@EnableMethodSecurity
class OfficeConfiguration {}
