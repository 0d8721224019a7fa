package io.github.gradphoto.demo;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.boot.test.autoconfigure.web.servlet.AutoConfigureMockMvc;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.test.context.ActiveProfiles;

/** The whole demo on a database in memory; jobs run when a test says so. Shared, because seeding takes its time. */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@SpringBootTest(
        properties = {
            "spring.datasource.url=jdbc:h2:mem:demo;DB_CLOSE_DELAY=-1",
            "gradphoto.keys.directory=target/demo-keys",
            "camunda.bpm.job-execution.enabled=false"
        })
@AutoConfigureMockMvc
@ActiveProfiles("demo")
@interface DemoAtFirstStart {}
