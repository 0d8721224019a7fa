package io.github.gradphoto.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.bpmn.instance.ConditionExpression;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.camunda.bpm.model.bpmn.instance.Lane;
import org.camunda.bpm.model.bpmn.instance.Process;
import org.camunda.bpm.model.bpmn.instance.ScriptTask;
import org.camunda.bpm.model.bpmn.instance.ServiceTask;
import org.camunda.bpm.model.bpmn.instance.SubProcess;
import org.camunda.bpm.model.bpmn.instance.UserTask;
import org.camunda.bpm.model.bpmn.instance.bpmndi.BpmnShape;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaTaskListener;
import org.camunda.bpm.model.bpmn.instance.dc.Bounds;
import org.camunda.bpm.model.xml.instance.ModelElementInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What the engine does not check: lanes mean something, forms are guarded, nothing is hidden in expressions. */
class ModelRulesTest {

    private static final Map<String, Set<String>> GROUPS_OF_LANE = Map.of(
            "学生", Set.of(),
            "系统", Set.of(),
            "教务处", Set.of("reviewer", "head-reviewer", "registrar"),
            "发证窗口", Set.of("certificate-desk"),
            "财务处", Set.of("bursar"),
            "收发室", Set.of("mailroom"),
            "教学院长", Set.of("dean"));

    static Stream<BpmnModelInstance> diagrams() {
        return Diagrams.all().stream();
    }

    @ParameterizedTest
    @MethodSource("diagrams")
    void historyIsKeptForALimitedTime(BpmnModelInstance model) {
        assertThat(only(model, Process.class).getCamundaHistoryTimeToLiveString())
                .matches("P\\d+D");
    }

    @ParameterizedTest
    @MethodSource("diagrams")
    void serviceTasksNameABeanAndNothingElse(BpmnModelInstance model) {
        assertThat(model.getModelElementsByType(ScriptTask.class)).isEmpty();
        for (var task : model.getModelElementsByType(ServiceTask.class)) {
            assertThat(task.getCamundaDelegateExpression()).isEqualTo("${" + task.getId() + "}");
            assertThat(task.getCamundaClass()).isNull();
            assertThat(task.getCamundaExpression()).isNull();
        }
    }

    @ParameterizedTest
    @MethodSource("diagrams")
    void conditionsCompareOneFactWithOneConstant(BpmnModelInstance model) {
        for (var condition : model.getModelElementsByType(ConditionExpression.class)) {
            assertThat(condition.getTextContent()).matches("\\$\\{\\w+( ?[!=]= ?'\\w+')?}");
        }
    }

    @ParameterizedTest
    @MethodSource("diagrams")
    void studentsTasksHaveNobodyAndStaffTasksOneGroupAFormAndAGuard(BpmnModelInstance model) {
        var lanes = laneOfNode(model);
        for (var task : model.getModelElementsByType(UserTask.class)) {
            var lane = lanes.get(outermost(task).getId());
            assertThat(task.getCamundaAssignee()).isNull();
            assertThat(task.getCamundaDueDate()).as(task.getId()).startsWith("${deadlines.");
            if ("学生".equals(lane)) {
                assertThat(task.getCamundaCandidateGroupsList())
                        .as(task.getId())
                        .isEmpty();
                assertThat(task.getCamundaFormKey()).isNull();
            } else {
                assertThat(task.getCamundaCandidateGroupsList())
                        .as(task.getId())
                        .hasSize(1);
                assertThat(GROUPS_OF_LANE.get(lane)).as(lane).containsAll(task.getCamundaCandidateGroupsList());
                assertThat(task.getCamundaFormKey()).isEqualTo("embedded:/forms/task.html");
                assertThat(listeners(task)).containsExactly("complete ${" + task.getId() + "Form}");
            }
        }
    }

    private static List<String> listeners(UserTask task) {
        return task.getExtensionElements().getElementsQuery().filterByType(CamundaTaskListener.class).list().stream()
                .map(listener -> listener.getCamundaEvent() + " " + listener.getCamundaDelegateExpression())
                .toList();
    }

    @ParameterizedTest
    @MethodSource("diagrams")
    void everyNodeHasAChineseNameUnlessItOnlyJoins(BpmnModelInstance model) {
        for (var node : model.getModelElementsByType(FlowNode.class)) {
            boolean joins = node.getIncoming().size() > 1 && node.getOutgoing().size() == 1;
            if (!joins) {
                assertThat(node.getName()).as(node.getId()).containsPattern("\\p{IsHan}");
            }
        }
    }

    @ParameterizedTest
    @MethodSource("diagrams")
    void everyNodeLiesInsideItsLaneAndLanesDoNotOverlap(BpmnModelInstance model) {
        var shapes = new HashMap<String, Bounds>();
        model.getModelElementsByType(BpmnShape.class)
                .forEach(shape -> shapes.put(shape.getBpmnElement().getId(), shape.getBounds()));
        var lanes = List.copyOf(model.getModelElementsByType(Lane.class));
        for (var lane : lanes) {
            for (var node : lane.getFlowNodeRefs()) {
                assertThat(contains(shapes.get(lane.getId()), shapes.get(node.getId())))
                        .as(node.getId() + " in lane " + lane.getName())
                        .isTrue();
            }
            for (var other : lanes) {
                if (lane != other) {
                    assertThat(overlap(shapes.get(lane.getId()), shapes.get(other.getId())))
                            .as(lane.getName() + " over " + other.getName())
                            .isFalse();
                }
            }
        }
        var placed = laneOfNode(model).keySet();
        for (var node : model.getModelElementsByType(FlowNode.class)) {
            assertThat(placed).contains(outermost(node).getId());
        }
    }

    private static boolean contains(Bounds outer, Bounds inner) {
        return inner.getX() >= outer.getX()
                && inner.getY() >= outer.getY()
                && inner.getX() + inner.getWidth() <= outer.getX() + outer.getWidth()
                && inner.getY() + inner.getHeight() <= outer.getY() + outer.getHeight();
    }

    private static boolean overlap(Bounds a, Bounds b) {
        return a.getX() < b.getX() + b.getWidth()
                && b.getX() < a.getX() + a.getWidth()
                && a.getY() < b.getY() + b.getHeight()
                && b.getY() < a.getY() + a.getHeight();
    }

    private static Map<String, String> laneOfNode(BpmnModelInstance model) {
        return model.getModelElementsByType(Lane.class).stream()
                .flatMap(lane -> lane.getFlowNodeRefs().stream().map(node -> Map.entry(node.getId(), lane.getName())))
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    /** Lanes list what stands in them directly; what is inside a sub-process belongs with it. */
    private static FlowNode outermost(FlowNode node) {
        ModelElementInstance parent = node.getParentElement();
        return parent instanceof SubProcess within ? outermost(within) : node;
    }

    private static <T extends ModelElementInstance> T only(BpmnModelInstance model, Class<T> type) {
        Collection<T> found = model.getModelElementsByType(type);
        assertThat(found).hasSize(1);
        return found.iterator().next();
    }
}
