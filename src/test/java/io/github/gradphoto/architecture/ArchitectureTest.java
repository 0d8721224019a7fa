package io.github.gradphoto.architecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import jakarta.persistence.Entity;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.data.repository.Repository;
import org.springframework.stereotype.Controller;
import org.springframework.stereotype.Service;

@AnalyzeClasses(packages = "io.github.gradphoto", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {

    @ArchTest
    static final ArchRule onlyTheProcessPackageKnowsTheEngine = noClasses()
            .that()
            .resideOutsideOfPackage("..gradphoto.process..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("org.camunda..");

    @ArchTest
    static final ArchRule featuresDoNotKnowTheProcessPackage = noClasses()
            .that()
            .resideOutsideOfPackages("..gradphoto.process..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("..gradphoto.process..");

    @ArchTest
    static final ArchRule nothingDependsOnTheDemo = noClasses()
            .that()
            .resideOutsideOfPackage("..gradphoto.demo..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("..gradphoto.demo..");

    @ArchTest
    static final ArchRule delegatesAreThin = classes()
            .that()
            .implement(JavaDelegate.class)
            .should()
            .notBePublic()
            .andShould()
            .resideInAPackage("..process.tasks..");

    @ArchTest
    static final ArchRule pagesAndRepositoriesStayInTheirFeature = classes()
            .that()
            .areNotAnnotations()
            .and()
            .areAnnotatedWith(Controller.class)
            .and()
            .areNotAnnotations()
            .or()
            .areAssignableTo(Repository.class)
            .should()
            .notBePublic();

    @ArchTest
    static final ArchRule entitiesDoNotKnowServices = noClasses()
            .that()
            .areAnnotatedWith(Entity.class)
            .should()
            .dependOnClassesThat()
            .areAnnotatedWith(Service.class);
}
