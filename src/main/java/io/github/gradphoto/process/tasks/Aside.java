package io.github.gradphoto.process.tasks;

import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;

/**
 * The engine draws every call that a job makes into the job's own transaction, whatever Spring is told. What has to be
 * committed piece by piece while the job goes on is therefore called on a thread of its own, which the job waits for.
 */
final class Aside {

    private Aside() {}

    static <T> T call(Callable<T> work) throws Exception {
        var task = new FutureTask<>(work);
        new Thread(task, Thread.currentThread().getName() + "-aside").start();
        try {
            return task.get();
        } catch (ExecutionException e) {
            if (e.getCause() instanceof Exception cause) {
                throw cause;
            }
            throw e;
        }
    }
}
