// [data-push]: turns on notices in this browser; the server keeps the address the browser was given.
const place = document.querySelector("[data-push]");

if (place && "serviceWorker" in navigator && "PushManager" in window && "Notification" in window) {
  const says = place.querySelector("[data-push-says]");
  const form = place.querySelector("form");
  const say = (text) => { says.textContent = text; };

  const asked = async () => {
    if (await Notification.requestPermission() !== "granted") {
      say("Trình duyệt đang chặn thông báo của trang này. Hãy cho phép thông báo ở biểu tượng cạnh địa chỉ trang, rồi bấm bật lại.");
      return;
    }
    try {
      const subscription = await subscribed(await worker());
      const { endpoint, keys } = subscription.toJSON();
      form.elements.endpoint.value = endpoint;
      form.elements.p256dh.value = keys.p256dh;
      form.elements.auth.value = keys.auth;
      form.requestSubmit();
    } catch {
      say("Trình duyệt chưa kết nối được dịch vụ thông báo của nó. Hãy kiểm tra mạng, hoặc dùng trình duyệt khác, rồi bấm bật lại.");
    }
  };

  const worker = async () => {
    const registration = await navigator.serviceWorker.register(place.dataset.worker);
    const coming = registration.installing ?? registration.waiting;
    if (!registration.active && coming) {
      await new Promise((done) => coming.addEventListener("statechange", () => coming.state === "activated" && done()));
    }
    return registration;
  };

  const subscribed = async ({ pushManager }) => {
    const wish = { userVisibleOnly: true, applicationServerKey: place.dataset.push };
    try {
      return await pushManager.subscribe(wish);
    } catch (error) {
      if (error.name !== "InvalidStateError") throw error;
      await (await pushManager.getSubscription())?.unsubscribe(); // made with an older key
      return pushManager.subscribe(wish);
    }
  };

  form.hidden = false;
  say("Bật để điện thoại, máy tính này báo ngay khi có việc mới, sắp đến hạn, quá hạn.");
  place.querySelector("[data-push-on]").addEventListener("click", asked);
}
