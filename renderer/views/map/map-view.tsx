export default function MapView() {
  return <div className="view" />;
}
