package io.github.gradphoto.process;

import io.github.gradphoto.PostgresDatabase;
import org.springframework.test.context.ContextConfiguration;

@ContextConfiguration(initializers = PostgresDatabase.class)
class JourneyOnPostgresTest extends JourneyTest {}
